import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { readSettings } from '../base/settings';
import { decodeFile } from './decodeFile';
import { hearFile } from './hearFile';
import { identifyFile, withSoundFile } from './identifyFile';
import { soundAsFarAsItGoes } from './soundAsFarAsItGoes';
import { isLongToHear } from './soundLimits';
import { writeTestWav } from './testing/sounds.testing';

const folder = mkdtempSync(join(tmpdir(), 'circumplex-limits-'));
const path = join(folder, 'long.wav');
writeTestWav(path, { seconds: 10, channels: 2, sampleRateHz: 44_100 });
afterEach(() => {
  vi.unstubAllEnvs();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Seconds of a file that are decoded. */
function heard(): Promise<number> {
  return withSoundFile(path, async (file) => {
    let seconds = 0;
    for await (const { channels, sampleRateHz } of soundAsFarAsItGoes(decodeFile(file, () => undefined)))
      seconds += channels[0].length / sampleRateHz;
    return seconds;
  });
}

describe('a file with more sound than is heard', () => {
  it.each([
    ['MAX_SOUND_HOURS', '0.002', 'it is longer than 0.002 hours'],
    ['MAX_SOUND_GIGASAMPLES', '0.0005', 'it holds more than 0.0005 thousand million samples'],
  ])(
    'is refused by %s before it is decoded, and while it is where its headers lie',
    async (name, value, words) => {
      const identity = await identifyFile({ path }, () => undefined);
      vi.stubEnv(name, value);
      let decoded = 0;
      const hearing = (announced: object) =>
        hearFile({ path, identity: { ...identity, ...announced }, listeners: [] }, [], () => decoded++);
      const refusal = { code: 'too-large', message: expect.stringContaining(words) as string };
      await expect(hearing({})).rejects.toMatchObject(refusal);
      expect(decoded).toBe(0);
      await expect(hearing({ announcedSeconds: null, announcedSamples: null })).resolves.toEqual({});
      await expect(heard()).rejects.toMatchObject(refusal);
    },
  );

  it('is heard where an operator allows it, and an audiobook of ten hours by default', async () => {
    expect(await heard()).toBeCloseTo(10, 1);
    vi.stubEnv('MAX_SOUND_HOURS', '0.01');
    expect(await heard()).toBeCloseTo(10, 1);
    expect(() => readSettings({ MAX_SOUND_HOURS: 'long' })).toThrow('invalid MAX_SOUND_HOURS: long');
    expect(isLongToHear({ announcedSamples: 36_000 * 96_000 })).toBe(true);
    expect(isLongToHear({ announcedSamples: null })).toBe(false);
  });

  it('announces what it costs in its header', async () => {
    expect((await identifyFile({ path }, () => undefined)).announcedSamples).toBeCloseTo(882_000, -2);
    writeFileSync(path, '');
    await expect(heard()).rejects.toMatchObject({ code: 'unreadable' });
  });
});
