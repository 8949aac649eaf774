import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrixOf, rowOf, type Matrix } from '../../matrix/matrix';
import { loadEegStream } from './eegStream';
import { listenerBaseline } from './listenerBaseline';
import { loadMusicStream } from './musicStream';

/** As in reference/streams.py. */
const sizes = { windows: 5, steps: 4, features: 6, width: 8 };

interface Told {
  common: number[][];
  valence?: number[];
  arousal?: number[];
  attention?: number[][];
}

const reference = (name: string) => fileURLToPath(new URL(`reference/${name}`, import.meta.url));
const told = JSON.parse(readFileSync(reference('streams.json'), 'utf8')) as Record<
  'joint' | 'personalArousal',
  { eeg: Told; music: Told }
>;

const waves = (count: number, factor = 1) =>
  Float32Array.from({ length: count }, (_, i) => Math.sin(i * 1.3) * factor);
const windows = waves(sizes.windows * sizes.steps * sizes.features);
const baseline = waves(sizes.features, 0.5);

function expectNear(found: ArrayLike<number>, expected: readonly number[]) {
  expect(found.length).toBe(expected.length);
  expected.forEach((value, i) => expect(Math.abs(found[i] - value)).toBeLessThan(1e-4));
}

function expectRows(found: Matrix, expected: number[][]) {
  expect(found.rows).toBe(expected.length);
  expectNear(found.values, expected.flat());
}

describe('loadEegStream', () => {
  it('says what PyTorch says, for any listener', async () => {
    const stream = await loadEegStream(reference('joint/eeg.onnx'));
    expect(stream).toMatchObject({
      steps: sizes.steps,
      features: sizes.features,
      wantsBaseline: true,
      dimensions: ['valence', 'arousal'],
    });
    const heard = await stream.hear(windows, baseline);
    expectRows(heard.common, told.joint.eeg.common);
    expectRows(heard.attention, told.joint.eeg.attention ?? []);
    expectNear(heard.probability.valence ?? [], told.joint.eeg.valence ?? []);
    expectNear(heard.probability.arousal ?? [], told.joint.eeg.arousal ?? []);
    await stream.release();
  });

  it('says what PyTorch says, for one participant and one dimension', async () => {
    const stream = await loadEegStream(readFileSync(reference('personalArousal/eeg.onnx')));
    expect(stream).toMatchObject({ wantsBaseline: false, dimensions: ['arousal'] });
    const heard = await stream.hear(windows);
    expectRows(heard.common, told.personalArousal.eeg.common);
    expectNear(heard.probability.arousal ?? [], told.personalArousal.eeg.arousal ?? []);
    expect(heard.probability.valence).toBeUndefined();
    await stream.release();
  });

  it('hears many windows as it hears each', async () => {
    const stream = await loadEegStream(reference('joint/eeg.onnx'));
    const size = sizes.steps * sizes.features;
    const many = waves(600 * size, 2);
    const all = await stream.hear(many, baseline);
    for (const at of [0, 255, 256, 599]) {
      const one = await stream.hear(many.slice(at * size, (at + 1) * size), baseline);
      expectNear(rowOf(all.common, at), [...one.common.values]);
      expectNear(rowOf(all.attention, at), [...one.attention.values]);
    }
    expect((await stream.hear(new Float32Array(0), baseline)).common.rows).toBe(0);
    await stream.release();
  });

  it('gives directions, probabilities and weights whatever it hears', async () => {
    const stream = await loadEegStream(reference('joint/eeg.onnx'));
    const size = sizes.steps * sizes.features;
    const numbers = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), {
      minLength: size,
      maxLength: size,
    });
    await fc.assert(
      fc.asyncProperty(numbers, async (values) => {
        const { common, attention, probability } = await stream.hear(Float32Array.from(values), baseline);
        expect(Math.hypot(...common.values)).toBeCloseTo(1, 4);
        expect(attention.values.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 5);
        for (const [value] of Object.values(probability)) expect(value >= 0 && value <= 1).toBe(true);
      }),
      { numRuns: 60 },
    );
    await stream.release();
  });

  it('hears nothing but what stands above the baseline', async () => {
    const stream = await loadEegStream(reference('joint/eeg.onnx'));
    const louder = (values: Float32Array) => values.map((value) => value + 3);
    const plain = await stream.hear(windows, baseline);
    expectNear((await stream.hear(louder(windows), louder(baseline))).common.values, [
      ...plain.common.values,
    ]);
    await stream.release();
  });

  it('refuses parts of windows, baselines that are missing or needless, and other graphs', async () => {
    const any = await loadEegStream(reference('joint/eeg.onnx'));
    const personal = await loadEegStream(reference('personalArousal/eeg.onnx'));
    await expect(any.hear(windows.subarray(1), baseline)).rejects.toThrow('invalid windows: 119 numbers');
    await expect(any.hear(windows)).rejects.toThrow('invalid baseline: none numbers (6)');
    await expect(any.hear(windows, waves(5))).rejects.toThrow('invalid baseline: 5 numbers (6)');
    await expect(personal.hear(windows, baseline)).rejects.toThrow('invalid baseline: 6 numbers (none)');
    await expect(loadEegStream(reference('joint/music.onnx'))).rejects.toThrow(
      'invalid model input: embedding',
    );
    await Promise.all([any.release(), personal.release()]);
  });
});

describe('loadMusicStream', () => {
  it.each(['joint', 'personalArousal'] as const)('says what PyTorch says, %s', async (name) => {
    const stream = await loadMusicStream(reference(`${name}/music.onnx`), sizes.width);
    const heard = await stream.hear(matrixOf(waves(sizes.windows * sizes.width), sizes.width));
    expectRows(heard.common, told[name].music.common);
    expectNear(heard.probability.arousal ?? [], told[name].music.arousal ?? []);
    expect(stream.dimensions).toEqual(Object.keys(heard.probability));
    await stream.release();
  });

  it('refuses embeddings of another width', async () => {
    const stream = await loadMusicStream(reference('joint/music.onnx'), sizes.width);
    await expect(stream.hear(matrixOf(waves(10), 5))).rejects.toThrow('of 5 numbers (of 8)');
    await expect(loadMusicStream(reference('joint/music.onnx'), 9)).rejects.toThrow('(embedding of width 9)');
    await expect(loadMusicStream(reference('joint/eeg.onnx'), 6)).rejects.toThrow('invalid model input');
    await stream.release();
  });
});

describe('listenerBaseline', () => {
  it('is the mean of every feature over all steps', () => {
    expect([...listenerBaseline(Float32Array.of(1, 10, 3, 30, 5, 50), 2)]).toEqual([3, 30]);
  });

  it('refuses no step, and a step that is not whole', () => {
    expect(() => listenerBaseline(new Float32Array(0), 2)).toThrow('invalid values: 0 numbers');
    expect(() => listenerBaseline(new Float32Array(3), 2)).toThrow('invalid values: 3 numbers');
  });
});
