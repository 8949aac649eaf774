import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { decodeCurve } from '@/ml/affect/curveCodec';
import { Cochleogram, cochlearChannels } from '@/ml/audio/cochleogram/cochleogram';
import { encodePcm16, wavHeader } from '@/ml/audio/wav';
import { doubleColumnOf, doubleRowOf, type DoubleMatrix } from '@/ml/linear/doubleMatrix';
import { decodeFile } from '../../analysis/decodeFile';
import { hearFile } from '../../analysis/hearFile';
import { identifyFile } from '../../analysis/identifyFile';
import { questionTo } from '../../analysis/listenerKind';
import type { FileAnalysis } from '../../analysis/fileFacts';
import { profile } from '../../analysis/profile';
import { profileHandler } from '../../analysis/profileListener';
import { writeTestWav } from '../../analysis/testing/sounds.testing';
import { tinyModel } from '../../embeddings/testing/models.testing';
import { readSeries } from '../recordings/readSeries';
import type { Feature } from './feature';
import { featuresHandler } from './featureListener';
import { features } from './features';

vi.mock(import('../../analysis/decodeFile'), async (original) => {
  const actual = await original();
  return { ...actual, decodeFile: vi.fn(actual.decodeFile) };
});

let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'circumplex-features-'));
  writeTestWav(at('song.wav'), { seed: 3, seconds: 7, sampleRateHz: 44_100, channels: 2 });
  writeTestWav(at('same.wav'), { seed: 3, seconds: 7 });
  writeTestWav(at('silence.wav'), { seed: 0, seconds: 4 });
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  vi.mocked(decodeFile).mockClear();
});

const { place, sha256, frontEnd } = tinyModel('layered');
const layer = (name: string): Feature => ({
  kind: 'layer',
  model: { graph: place, sha256, frontEnd },
  layer: name,
});
const everything: Feature[] = [
  { kind: 'envelope' },
  { kind: 'cochleogram' },
  { kind: 'log-mel' },
  { kind: 'circumplex embedding' },
  { kind: 'valence' },
  { kind: 'arousal' },
  layer('embedding'),
  layer('conv'),
];

async function hear(name: string, wanted: readonly Feature[]) {
  const identity = await identifyFile({ path: at(name) }, () => undefined);
  const targets = wanted.map((feature, i) => ({ feature, path: at(`${name}-${i}.npy`) }));
  const listeners = [questionTo(features, targets), questionTo(profile, null)];
  const answers = await hearFile(
    { path: at(name), identity, listeners },
    [featuresHandler, profileHandler],
    () => undefined,
  );
  return { answers, read: async (i: number) => (await readSeries(targets[i].path)).values };
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Array.from(a).reduce((largest, value, i) => Math.max(largest, Math.abs(value - b[i])), 0);
}

const sizeOf = ({ rows, columns }: DoubleMatrix) => [rows, columns];

describe('the features of a sound', () => {
  it('are all computed from one decoding, each at its own rate', async () => {
    const { answers, read } = await hear('song.wav', everything);
    expect(answers.features).toEqual({ kind: 'answered', answer: null });
    expect(decodeFile).toHaveBeenCalledTimes(1);
    const sizes = await Promise.all(everything.map(async (_, i) => sizeOf(await read(i))));
    expect(sizes).toEqual([
      [875, 1],
      [875, 128],
      [438, 96],
      [14, 200],
      [14, 1],
      [14, 1],
      [3, 4],
      [3, 3],
    ]);
    expect(readdirSync(folder).filter((name) => name.endsWith('.sound'))).toEqual([]);
  });

  it("have the curve of the track's profile", async () => {
    const { answers, read } = await hear('song.wav', [{ kind: 'valence' }, { kind: 'arousal' }]);
    const { answer } = answers.profile as { answer: FileAnalysis };
    const curve = decodeCurve(answer.curve);
    for (const [i, axis] of [curve.valence, curve.arousal].entries()) {
      const values = doubleColumnOf(await read(i), 0);
      // The codec of curves keeps thousandths.
      values.forEach((value, k) => expect(Math.abs(value - axis[k])).toBeLessThan(1e-3));
    }
  });

  it('have the cochleogram of the sound at mean square 1, and its sum', async () => {
    const { read } = await hear('same.wav', [{ kind: 'cochleogram' }, { kind: 'envelope' }]);
    const found = await read(0);
    const envelope = await read(1);
    const sound = await samplesOf('same.wav');
    const mean = sound.reduce((sum, x) => sum + x, 0) / sound.length;
    const power = sound.reduce((sum, x) => sum + (x - mean) ** 2, 0) / sound.length;
    const expected = new Cochleogram().push(sound.map((x) => (x - mean) / Math.sqrt(power)));
    expect(sizeOf(found)).toEqual([expected.length / cochlearChannels, cochlearChannels]);
    expect(largestDifference(found.values, expected)).toBeLessThan(2e-3);
    for (let frame = 0; frame < envelope.rows; frame++) {
      const sum = doubleRowOf(found, frame).reduce((total, value) => total + value, 0);
      expect(envelope.values[frame]).toBeCloseTo(sum, 2);
    }
  });

  it('are no other for a file at another level', async () => {
    const sound = await samplesOf('same.wav');
    const header = wavHeader({ sampleRateHz: 16_000, channels: 1, frames: sound.length });
    const samples = encodePcm16({ channels: [sound.map((x) => x / 4)], sampleRateHz: 16_000 });
    writeFileSync(at('quiet.wav'), Buffer.concat([header, samples]));
    const quiet = await hear('quiet.wav', [{ kind: 'envelope' }]);
    const loud = await hear('same.wav', [{ kind: 'envelope' }]);
    const [one, other] = [await quiet.read(0), await loud.read(0)];
    expect(largestDifference(one.values, other.values)).toBeLessThan(0.01 * Math.max(...other.values));
  });

  it('are there for silence too, and name the layer that a network has not', async () => {
    const { answers, read } = await hear('silence.wav', [{ kind: 'envelope' }, layer('conv')]);
    expect(answers.features.kind).toBe('answered');
    expect(doubleColumnOf(await read(0), 0).every(Number.isFinite)).toBe(true);
    const none = await hear('song.wav', [layer('nowhere')]);
    expect(none.answers.features).toMatchObject({ kind: 'failed', code: 'invalid' });
    expect(none.answers.features).toMatchObject({
      reason: expect.stringContaining('names conv, relu') as string,
    });
    expect(none.answers.profile.kind).toBe('answered');
  });
});

/** The samples of a mono file at 16 kHz. */
async function samplesOf(name: string): Promise<Float32Array> {
  const { handle, chunks } = await decoded(at(name));
  const samples: number[] = [];
  for await (const { channels } of chunks) samples.push(...channels[0]);
  await handle.close();
  return Float32Array.from(samples);
}

async function decoded(path: string) {
  const { open, stat } = await import('node:fs/promises');
  const handle = await open(path);
  const { size } = await stat(path);
  const chunks = decodeFile({ handle, path, sizeBytes: size, container: 'wav' }, () => undefined);
  return { handle, chunks };
}
