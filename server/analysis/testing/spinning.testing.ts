import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a spinning process does on the side, and what becomes of it where its server goes. */
interface Spinning {
  /** What it starts, and what that is told: something that waits a minute by default. */
  started?: [string, string[]];
  /** JavaScript that it runs before. */
  before?: string;
}

/**
 * Writes the program of an analysis process that starts another one, tells both numbers as its progress, and then never
 * lets go of the processor. Returns its path.
 */
export function writeSpinning(
  folder: string,
  { started = ['sleep', ['60']], before = '' }: Spinning = {},
): string {
  const path = join(folder, 'spinning.cjs');
  writeFileSync(
    path,
    `${before}
    process.once('message', () => {
      const { pid } = require('node:child_process').spawn(...${JSON.stringify(started)}, { stdio: 'ignore' });
      process.send({ kind: 'progress', fraction: process.pid, audioSeconds: pid }, () => { for (;;); });
    });`,
  );
  return path;
}

/** Resolves once none of the processes runs any more; the test's time is its limit. */
export async function untilGone(pids: number[]): Promise<void> {
  while (pids.some(runs)) await sleep(20);
}

/** One that is dead and only waits to be told of does not. */
function runs(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'latin1' });
  return stdout.trim() !== '' && !stdout.startsWith('Z');
}
