import { execFileSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { biosemi64 } from '@/ml/eeg/montage/channelOrders';
import { createRandom } from '@/ml/random';
import { edfBytes } from '../../recordings/eeg/testing/edfBytes.testing';
import { TestFolder } from '../../recordings/testing/files.testing';

const folder = new TestFolder();
afterAll(() => folder.remove());

const [seconds, rateHz] = [120, 512];

/** BDF of 64 channels: the same noisy second again and again. */
function writeLong(path: string): void {
  const random = createRandom(3, 'memory');
  const signals = biosemi64.map((label) => ({
    label,
    values: [Array.from({ length: rateHz }, () => Math.round(200 * random.bell()))],
  }));
  const once = edfBytes({ signals, isBdf: true, records: String(seconds) });
  const record = once.subarray(256 * (signals.length + 1));
  const file = openSync(path, 'w');
  writeSync(file, once.subarray(0, once.length - record.length));
  for (let second = 0; second < seconds; second++) writeSync(file, record);
  closeSync(file);
}

it('holds a fraction of a recording in memory: two minutes of 64 channels at 512 Hz', () => {
  const path = join(folder.path, 'long.bdf');
  writeLong(path);
  const program = fileURLToPath(new URL('../testing/memoryOfEntropy.testing.ts', import.meta.url));
  const told = execFileSync(process.execPath, ['--import', 'tsx', program, path], { encoding: 'utf8' });
  const { grownMegabytes, windows } = JSON.parse(told) as { grownMegabytes: number; windows: number };
  expect(windows).toBe(2 * (seconds - 10) + 1);
  // As numbers of double precision the samples alone are 31 MB.
  expect(grownMegabytes).toBeLessThan(60);
}, 240_000);
