import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { AnalysisClient } from '../analysis/analysisClient';
import { writeTestWav } from '../analysis/testing/sounds.testing';
import { isAppError } from '../base/errors';
import { wavOf } from './wavCache';

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
const fileOf = (path: string, payloadHash = 'f'.repeat(64)) => ({ path, payloadHash });

function surround(seconds = 2): string {
  const path = join(dataDirectory, 'surround.wav');
  writeTestWav(path, { channels: 6, sampleRateHz: 44_100, seconds });
  return path;
}

describe('wavOf', () => {
  it('makes a stereo WAV of what browsers cannot play, and keeps it', async () => {
    const path = await wavOf(fileOf(surround()), dataDirectory);
    expect(path).toBe(join(folder(), `${'f'.repeat(64)}-2.wav`));
    expect(wavFormat(path)).toEqual({ channels: 2, sampleRateHz: 44_100, seconds: 2 });
    const made = statSync(path);
    expect(await wavOf(fileOf('/nowhere/any more.wav'), dataDirectory)).toBe(path);
    expect(statSync(path).ino).toBe(made.ino);
    expect(statSync(path).mtimeMs).toBeGreaterThan(made.mtimeMs);
    expect(left()).toHaveLength(1);
  });

  it.each(['tone.flac', 'tone.ogg', 'tone.opus', 'mono.mp3'])('reads %s', async (name) => {
    const { channels, seconds } = wavFormat(await wavOf(fileOf(fixture(name)), dataDirectory));
    expect(channels).toBe(name === 'mono.mp3' ? 1 : 2);
    expect(seconds).toBeCloseTo(0.5, 1);
  });

  it('converts once for all who ask at a time', async () => {
    const request = vi.spyOn(AnalysisClient.prototype, 'request');
    const file = fileOf(surround());
    const paths = await Promise.all(Array.from({ length: 5 }, () => wavOf(file, dataDirectory)));
    expect(new Set(paths).size).toBe(1);
    expect(request).toHaveBeenCalledTimes(1);
    await wavOf(file, dataDirectory);
    expect(request).toHaveBeenCalledTimes(1);
  });

  it('leaves nothing of a conversion whose process is killed midway, calls it a fault, and can try again', async () => {
    const file = fileOf(surround(60));
    const request = vi.spyOn(AnalysisClient.prototype, 'request');
    const asked = wavOf(file, dataDirectory).then(
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
    expect(wavFormat(await wavOf(fileOf(surround(1)), dataDirectory)).seconds).toBe(1);
  });

  it('tells in the decoder’s words what it cannot read, and leaves nothing', async () => {
    const letter = join(dataDirectory, 'letter.aiff');
    copyFileSync(fixture('README.md'), letter);
    await expect(wavOf(fileOf(letter), dataDirectory)).rejects.toMatchObject({ code: 'unsupported' });
    const gone = fileOf(join(dataDirectory, 'gone.aiff'));
    await expect(wavOf(gone, dataDirectory)).rejects.toMatchObject({ code: 'not-found' });
    expect(left()).toEqual([]);
  });
});
