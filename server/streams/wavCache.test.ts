import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { StatsFs } from 'node:fs';
import { statfs } from 'node:fs/promises';
import type * as files from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { AnalysisClient } from '../analysis/analysisClient';
import { writeTestWav } from '../analysis/testing/sounds.testing';
import { isAppError } from '../base/errors';
import { importedNow } from '../base/testing/importedFile.testing';
import { wavOf } from './wavCache';

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof files>();
  return { ...real, statfs: vi.fn(real.statfs) };
});

let dataDirectory: string;
const folder = () => join(dataDirectory, 'cache', 'wav');
const left = () => (existsSync(folder()) ? readdirSync(folder()) : []);
const fixture = (name: string) => fileURLToPath(new URL(`../../ml/audio/fixtures/${name}`, import.meta.url));

beforeAll(() => {
  dataDirectory = mkdtempSync(join(tmpdir(), 'circumplex-wav-'));
  return () => rmSync(dataDirectory, { recursive: true });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder(), { recursive: true, force: true });
});

/** What the header of a 16-bit WAV says, and whether its samples are there. */
function wavFormat(path: string) {
  const bytes = readFileSync(path);
  expect(bytes.toString('latin1', 0, 4) + bytes.toString('latin1', 8, 16)).toBe('RIFFWAVEfmt ');
  const data = bytes.indexOf('data', 12, 'latin1');
  const dataBytes = bytes.readUInt32LE(data + 4);
  expect(bytes.length).toBe(data + 8 + dataBytes);
  const [channels, sampleRateHz, bits] = [
    bytes.readUInt16LE(22),
    bytes.readUInt32LE(24),
    bytes.readUInt16LE(34),
  ];
  expect(bits).toBe(16);
  expect(bytes.subarray(data + 8).some((byte) => byte !== 0)).toBe(true);
  return { channels, sampleRateHz, seconds: dataBytes / (2 * channels * sampleRateHz) };
}

/** A file with its hash, as audioFileOf tells of one. */
const fileOf = (path: string, payloadHash = 'f'.repeat(64)) => ({
  ...(existsSync(path) ? importedNow(path) : { path, sizeBytes: 1, modifiedMs: 1, changedMs: 1 }),
  payloadHash,
});

function surround(seconds = 2): string {
  const path = join(dataDirectory, 'surround.wav');
  writeTestWav(path, { channels: 6, sampleRateHz: 44_100, seconds });
  return path;
}

describe('wavOf', () => {
  it('makes a stereo WAV of what browsers cannot play, and keeps it', async () => {
    const path = await wavOf(fileOf(surround()), { dataDirectory });
    expect(path).toBe(join(folder(), `${'f'.repeat(64)}-2.wav`));
    expect(wavFormat(path)).toEqual({ channels: 2, sampleRateHz: 44_100, seconds: 2 });
    const made = statSync(path);
    expect(await wavOf(fileOf('/nowhere/any more.wav'), { dataDirectory })).toBe(path);
    expect(statSync(path).ino).toBe(made.ino);
    expect(statSync(path).mtimeMs).toBeGreaterThan(made.mtimeMs);
    expect(left()).toHaveLength(1);
  });

  it.each(['tone.flac', 'tone.ogg', 'tone.opus', 'mono.mp3'])('reads %s', async (name) => {
    const { channels, seconds } = wavFormat(await wavOf(fileOf(fixture(name)), { dataDirectory }));
    expect(channels).toBe(name === 'mono.mp3' ? 1 : 2);
    expect(seconds).toBeCloseTo(0.5, 1);
  });

  it('converts once for all who ask at a time', async () => {
    const request = vi.spyOn(AnalysisClient.prototype, 'request');
    const file = fileOf(surround());
    const paths = await Promise.all(Array.from({ length: 5 }, () => wavOf(file, { dataDirectory })));
    expect(new Set(paths).size).toBe(1);
    expect(request).toHaveBeenCalledTimes(1);
    await wavOf(file, { dataDirectory });
    expect(request).toHaveBeenCalledTimes(1);
  });

  it('leaves nothing of a conversion whose process is killed midway, calls it a fault, and can try again', async () => {
    const file = fileOf(surround(60));
    const request = vi.spyOn(AnalysisClient.prototype, 'request');
    const asked = wavOf(file, { dataDirectory }).then(
      () => Promise.reject(new Error('it should have failed')),
      (error: unknown) => error as Error,
    );
    while (left().length === 0 || statSync(join(folder(), left()[0])).size < 100_000) await sleep(5);
    expect(left()).toEqual([expect.stringMatching(/\.part$/)]);
    process.kill((request.mock.contexts[0] as AnalysisClient).pid!, 'SIGKILL');
    const fault = await asked;
    expect(isAppError(fault)).toBe(false);
    expect(fault.message).toContain(file.path);
    expect(left()).toEqual([]);
    expect(wavFormat(await wavOf(fileOf(surround(1)), { dataDirectory })).seconds).toBe(1);
  });

  it('tells in the decoder’s words what it cannot read, and leaves nothing', async () => {
    const letter = join(dataDirectory, 'letter.aiff');
    copyFileSync(fixture('README.md'), letter);
    await expect(wavOf(fileOf(letter), { dataDirectory })).rejects.toMatchObject({ code: 'unsupported' });
    const gone = fileOf(join(dataDirectory, 'gone.aiff'));
    await expect(wavOf(gone, { dataDirectory })).rejects.toMatchObject({ code: 'not-found' });
    expect(left()).toEqual([]);
  });

  it('is stopped when the last who waits for it has gone, and leaves nothing', async () => {
    const file = fileOf(surround(120));
    const [one, other] = [new AbortController(), new AbortController()];
    const asked = [one, other].map(({ signal }) =>
      wavOf(file, { dataDirectory, signal }).then(
        () => 'converted',
        (error: { code: string }) => error.code,
      ),
    );
    const request = vi.spyOn(AnalysisClient.prototype, 'request');
    while (left().length === 0) await sleep(5);
    const pid = (request.mock.contexts[0] as AnalysisClient).pid!;
    one.abort();
    await sleep(300);
    expect(left()).toHaveLength(1);
    other.abort();
    expect(await Promise.all(asked)).toEqual(['unavailable', 'unavailable']);
    expect(left()).toEqual([]);
    await sleep(100);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  it('is made anew for who comes after it was stopped, whose file the first one’s end does not take away', async () => {
    const leaving = new AbortController();
    let asked = 0;
    vi.spyOn(AnalysisClient.prototype, 'request').mockImplementation(async (_, input, options) => {
      const { target } = input as { target: string };
      writeFileSync(target, 'sound');
      if (++asked > 1) return sleep(100, { kind: 'answered', answer: null as never });
      await once(options!.signal!, 'abort');
      return sleep(50, { kind: 'stopped' });
    });
    const file = fileOf(surround(1));
    const first = wavOf(file, { dataDirectory, signal: leaving.signal }).catch(
      (error: { code: string }) => error.code,
    );
    while (left().length === 0) await sleep(1);
    leaving.abort();
    const path = await wavOf(file, { dataDirectory });
    expect([await first, readFileSync(path, 'utf8'), left().length]).toEqual(['unavailable', 'sound', 1]);
  });

  it('converts two files at a time, and refuses more than sixteen that wait', async () => {
    let atWork = 0;
    let most = 0;
    vi.spyOn(AnalysisClient.prototype, 'request').mockImplementation(async () => {
      most = Math.max(most, ++atWork);
      await sleep(20);
      atWork--;
      return { kind: 'failed', code: 'unreadable', reason: 'a test' };
    });
    const path = surround();
    const asked = Array.from({ length: 20 }, (_, i) =>
      wavOf(fileOf(path, String(i).padStart(64, '0')), { dataDirectory }).catch(
        (error: { code: string }) => error.code,
      ),
    );
    const ends = await Promise.all(asked);
    expect([most, ends.filter((end) => end === 'too-many').length]).toEqual([2, 2]);
  });

  it('refuses before it is begun what no WAV holds, or the disk', async () => {
    const request = vi.spyOn(AnalysisClient.prototype, 'request');
    const sound = { sampleRateHz: 384_000, channels: 8 };
    const long = { ...fileOf(surround()), sound: { ...sound, durationSeconds: 36_000 } };
    await expect(wavOf(long, { dataDirectory })).rejects.toMatchObject({ code: 'too-large' });
    vi.mocked(statfs).mockResolvedValueOnce({ bavail: 600 * 2 ** 8, bsize: 2 ** 12 } as StatsFs);
    const shorter = { ...fileOf(surround()), sound: { ...sound, durationSeconds: 600 } };
    await expect(wavOf(shorter, { dataDirectory })).rejects.toMatchObject({
      code: 'too-large',
      message: 'invalid sound: 879 MB as WAV (the disk has no room for it: free some space)',
    });
    expect(request).not.toHaveBeenCalled();
  });

  it('is promised room on the disk that two at once do not both have', async () => {
    const answer = { kind: 'failed', code: 'unreadable', reason: 'a test' } as const;
    vi.spyOn(AnalysisClient.prototype, 'request').mockImplementation(() => sleep(50, answer));
    vi.mocked(statfs).mockResolvedValue({ bavail: 700 * 2 ** 8, bsize: 2 ** 12 } as StatsFs);
    const sound = { sampleRateHz: 48_000, channels: 2, durationSeconds: 600 };
    const path = surround();
    const asked = ['a', 'b'].map((letter) =>
      wavOf({ ...fileOf(path, letter.repeat(64)), sound }, { dataDirectory }).catch(
        (error: { code: string }) => error.code,
      ),
    );
    expect((await Promise.all(asked)).sort()).toEqual(['too-large', 'unreadable']);
    vi.mocked(statfs).mockReset();
  });

  it('reads no file that is another by now', async () => {
    const file = fileOf(surround());
    writeTestWav(file.path, { channels: 6, seconds: 1 });
    await expect(wavOf(file, { dataDirectory })).rejects.toMatchObject({ code: 'conflict' });
    expect(left()).toEqual([]);
  });
});
