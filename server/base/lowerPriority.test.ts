import { spawn } from 'node:child_process';
import { constants, getPriority, setPriority } from 'node:os';
import { expect, it } from 'vitest';
import { lowerPriority } from './lowerPriority';

const low = constants.priority.PRIORITY_BELOW_NORMAL;

it.each([
  ['is lowered', getPriority(), Math.max(low, getPriority())],
  [
    'that is lower already was raised, which only administrators may',
    constants.priority.PRIORITY_LOW,
    constants.priority.PRIORITY_LOW,
  ],
])('the priority of a process %s', (_, before, after) => {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 10_000)']);
  setPriority(child.pid!, before);
  lowerPriority(child.pid!);
  expect(getPriority(child.pid)).toBe(after);
  child.kill();
});
