import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { noise, writeFlacFile } from '@/ml/audio/testing/flac.testing';
import { writeTestWav } from '../../analysis/testing/sounds.testing';
import { openTestLibrary, type TestLibrary } from '../testing/library.testing';

let library: TestLibrary;
const at = (name: string) => join(library.folder, name);

beforeAll(async () => {
  library = await openTestLibrary();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await library.close();
});

/** Three seconds of noise whose header says that they are two thousand million samples: 12.6 hours. */
function writeBoaster(path: string): void {
  const sound = { channelCount: 1, length: 3 * 44_100, bitDepth: 16, seed: 1 };
  const bytes = Buffer.from(
    writeFlacFile({ channels: noise(sound), bitDepth: 16, sampleRateHz: 44_100, blockSizes: [4096] }),
  );
  // The STREAMINFO block's count of samples (RFC 9639, 8.2).
  bytes.writeUInt32BE(2e9, 22);
  writeFileSync(path, bytes);
}

it('does what takes long after all that waits, though it came first', async () => {
  writeBoaster(at('a.flac'));
  for (const name of ['b.wav', 'c.wav']) writeTestWav(at(name), { seed: name.charCodeAt(0) });
  await library.import();
  const { jobs } = await library.rows();
  const inOrder = jobs.toSorted((a, b) => a.finishedAt!.getTime() - b.finishedAt!.getTime());
  expect(inOrder.map(({ path, state }) => [path, state])).toEqual(
    ['b.wav', 'c.wav', 'a.flac'].map((name) => [at(name), 'done']),
  );
});

it('refuses in words what is longer than an operator allows', async () => {
  vi.stubEnv('MAX_SOUND_HOURS', '0.5');
  writeBoaster(at('d.flac'));
  writeTestWav(at('e.wav'), { seed: 5, seconds: 2 });
  const other = await openTestLibrary();
  try {
    await other.import([at('d.flac'), at('e.wav')]);
    const { jobs } = await other.rows();
    expect(jobs.map(({ state, failureCode }) => [state, failureCode])).toEqual([
      ['failed', 'too-large'],
      ['done', null],
    ]);
    expect(jobs[0].failure).toBe('it is longer than 0.5 hours, and no more is heard: cut it into parts');
  } finally {
    await other.close();
  }
});
