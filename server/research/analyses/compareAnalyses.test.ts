import { beforeAll, describe, expect, it } from 'vitest';
import { encodingResult } from '../reports/testing/results.testing';
import type { AnalysisResult } from './analysisResult';
import { compareResults } from './compareAnalyses';

let one: AnalysisResult;
beforeAll(async () => {
  one = await encodingResult();
});

/** The same answer to another plan. */
const asked = (part: object): AnalysisResult =>
  ({ ...one, spec: { ...one.spec, plan: { ...one.spec.plan, ...part } } }) as AnalysisResult;

describe('compareResults', () => {
  it('tells what was asked differently, and how far apart every region is', () => {
    const { differences, sameData, measure, values } = compareResults(one, asked({ seed: 8 }));
    expect(differences).toEqual([{ path: 'plan.seed', one: '7', other: '8' }]);
    expect(sameData).toBe(true);
    expect(measure).toBe('group mean r of the full model');
    expect(values.length).toBeGreaterThan(0);
    for (const { difference } of values) expect(difference).toBe(0);
  });

  it('sets scores of two kinds beside each other without a difference', () => {
    const { measure, values } = compareResults(one, asked({ score: 'r2' }));
    expect(measure).toBe('group mean r of the full model, there group mean R² of the full model');
    for (const each of values) {
      expect(each.difference).toBeNull();
      expect(each.one).not.toBeNull();
      expect(each.other).not.toBeNull();
    }
  });
});
