import { describe, expect, it } from 'vitest';
import { encode } from './encode';
import { type EncodingPlan } from './encodingPlan';
import { later, simulatedStudy } from './testing/simulatedStudy.testing';

const plan: EncodingPlan = {
  spaces: ['sound'],
  delays: [0, 1, 2, 3],
  alphas: [0.1, 1, 10, 100, 1000],
  alphaFor: 'target',
  folds: { kind: 'pieces' },
  banded: null,
  score: 'r',
  null: null,
  seed: 1,
};

/** A first target that follows the first column of sound by two samples, beside others that follow nothing. */
const followed = simulatedStudy({
  driven: ({ sound }, target) => (target === 0 ? later(sound, 0, 2) : new Float64Array(sound.rows)),
  noise: 0.7,
});

describe('encode', () => {
  it('finds what was planted, where it was planted, and nothing elsewhere', async () => {
    const report = await encode(followed, { ...plan, null: { kind: 'phase', count: 39, refit: true } });
    const { observed, p, pFamily } = report.models[0].groups.all;
    expect(observed[0]).toBeGreaterThan(0.5);
    expect(p![0]).toBe(1 / 40);
    expect(pFamily![0]).toBe(1 / 40);
    expect(Math.min(...pFamily!.slice(1))).toBeGreaterThan(0.05);
  });

  it('gives equal numbers to equal seeds', async () => {
    const drawn = { ...plan, null: { kind: 'phase', count: 3, refit: true } as const };
    expect(await encode(followed, drawn)).toEqual(await encode(followed, drawn));
  });

  it('tells a growing progress and stops when asked', async () => {
    const told: number[] = [];
    await encode(followed, plan, { onProgress: (fraction) => told.push(fraction) });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
    const stopping = new AbortController();
    const stopped = encode(followed, plan, { signal: stopping.signal, onProgress: () => stopping.abort() });
    await expect(stopped).rejects.toThrow('aborted');
  });
});
