import { afterEach, expect, it } from 'vitest';
import { boundConsole } from './boundedConsole';

const original = console.error;
afterEach(() => {
  console.error = original;
});

it('a decoder that complains of every packet writes some lines for each file, and no more', () => {
  const lines: string[] = [];
  const begin = boundConsole((line) => lines.push(line));
  for (const file of [1, 2]) {
    begin();
    for (let packet = 0; packet < 1000; packet++) console.error('libopus %d', file);
  }
  expect(lines).toHaveLength(12);
  expect(lines[6]).toBe('libopus 2');
});
