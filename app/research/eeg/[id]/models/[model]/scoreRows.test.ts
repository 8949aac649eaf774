import { describe, expect, it } from 'vitest';
import { scoreRows } from './scoreRows';

const score = (mean: number, above: number | null) => ({
  ...{ mean, low: mean - 0.05, high: mean + 0.05, chance: 0.5, chanceLow: 0.45, chanceHigh: 0.55, p: 0.012 },
  aboveChance: { mean: mean - 0.5, low: above, high: 0.2 },
});

describe('scoreRows', () => {
  it('prints strongly only what is above chance with its whole interval, and by permutation', () => {
    const rows = scoreRows({
      eeg: {
        accuracy: score(0.63, 0.02),
        aggregatedAccuracy: score(0.6, -0.01),
        balancedAccuracy: { ...score(0.63, 0.02), p: 0.2 },
        auc: score(0.6, null),
        majority: null,
      },
      emotion: { map: score(0.7, 0) },
    });
    expect(rows.map(({ cells: [name], found }) => [name, found])).toEqual([
      ['Accuracy, by window', true],
      ['Accuracy, by track', false],
      ['Balanced accuracy', false],
      ['Area under the curve', false],
      ['Mean average precision', false],
    ]);
  });

  it('has chance and the majority beside a score, and leaves out what a variant lacks', () => {
    const majority = { mean: 0.571, low: null, high: null };
    const [row, ...others] = scoreRows({
      eeg: { accuracy: score(0.63, 0.02), majority, auc: null },
      emotion: {},
    });
    expect(row.cells).toEqual([
      'Accuracy, by window',
      '63.0 [58.0, 68.0]',
      '50.0',
      '13.0 [2.0, 20.0]',
      '57.1',
      '0.012'.slice(1),
    ]);
    expect(others).toEqual([]);
  });
});
