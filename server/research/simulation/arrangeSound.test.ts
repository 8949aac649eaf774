import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodePcm16, wavHeader } from '@/ml/audio/wav';
import { arrangeSound } from './arrangeSound';

const sampleRateHz = 100;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'circumplex-arrange-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function movement(name: string, level: number, frames: number): Promise<string> {
  const path = join(folder, name);
  const channels = [new Float32Array(frames).fill(level), new Float32Array(frames)];
  const header = wavHeader({ sampleRateHz, channels: 2, frames });
  await writeFile(path, Buffer.concat([header, encodePcm16({ sampleRateHz, channels })]));
  return path;
}

async function samplesOf(path: string): Promise<number[]> {
  const bytes = await readFile(path);
  expect(bytes.subarray(0, 44)).toEqual(
    Buffer.from(wavHeader({ sampleRateHz, channels: 1, frames: (bytes.length - 44) / 2 })),
  );
  return Array.from(
    { length: (bytes.length - 44) / 2 },
    (_, frame) => bytes.readInt16LE(44 + 2 * frame) / 32768,
  );
}

describe('arrangeSound', () => {
  it('lets movements overlap, mixes channels and is as long as asked', async () => {
    const paths = [await movement('a.wav', 0.5, 10), await movement('b.wav', 0.25, 10)];
    const path = join(folder, 'both.wav');
    await arrangeSound({ paths, overlapSeconds: 0.02, durationSeconds: 0.2 }, path);
    const samples = await samplesOf(path);
    expect(samples).toHaveLength(20);
    expect(samples.slice(0, 8)).toEqual(new Array(8).fill(0.25));
    expect(samples.slice(8, 10)).toEqual([0.375, 0.375]);
    expect(samples.slice(10, 18)).toEqual(new Array(8).fill(0.125));
    expect(samples.slice(18)).toEqual([0, 0]);
  });

  it('cuts what goes beyond the end', async () => {
    const path = join(folder, 'short.wav');
    await arrangeSound(
      { paths: [await movement('c.wav', 0.5, 30)], overlapSeconds: 0, durationSeconds: 0.12 },
      path,
    );
    expect(await samplesOf(path)).toHaveLength(12);
  });

  it('refuses what the composer has not written', async () => {
    const path = join(folder, 'other.wav');
    await writeFile(path, Buffer.alloc(200, 7));
    const arranged = arrangeSound(
      { paths: [path], overlapSeconds: 0, durationSeconds: 1 },
      join(folder, 'd.wav'),
    );
    await expect(arranged).rejects.toThrow('invalid movement');
  });
});
