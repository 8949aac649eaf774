import { describe, expect, it } from 'vitest';
import { encode } from './encode';
import { leaDemoIsThere, leaJson, leaScales, leaStudy } from './testing/leaDemo.testing';

type Reference = Record<'0..10 s' | '0..5 s', { mean_r: Record<string, number> }>;

describe('encode of lea_demo', () => {
  it.skipIf(!leaDemoIsThere).each([
    ['0..10 s', 10],
    ['0..5 s', 5],
  ] as const)('equals nested leave-one-song-out in numpy at delays of %s', async (name, longest) => {
    const reference = leaJson('lea_reference_results.json') as Reference;
    const report = await encode(leaStudy({ scales: leaScales, trim: 10, highPassHz: null }), {
      spaces: ['envelope'],
      delays: Array.from({ length: longest + 1 }, (_, delay) => delay),
      standardise: 'columns',
      alphas: Array.from({ length: 21 }, (_, step) => 10 ** (-5 + step / 2)),
      alphaFor: 'target',
      folds: { kind: 'pieces' },
      banded: null,
      score: 'r',
      null: null,
      seed: 1,
    });
    leaScales.forEach((scale, target) => {
      expect(report.models[0].r[0][target]).toBeCloseTo(reference[name].mean_r[scale], 9);
    });
  });
});
