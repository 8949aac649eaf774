import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubleColumnOf, type DoubleMatrix } from '../linear/doubleMatrix';
import { cleaned, type Cleaning } from './cleaned';
import { cosineRegressors } from './regressors';
import { expectNear, matrixOf, seriesOf, seriesReference } from './testing/seriesReference.testing';
import { withoutRegressors } from './withoutRegressors';

const nothing: Cleaning = { hopSeconds: 2, highPassHz: null, detrendDegree: 0, confounds: null };
const confounds = matrixOf(90, 2, (row, column) => Math.cos(0.4 * row * (1 + column)) ** 3);
const meanOf = (series: DoubleMatrix, column: number) =>
  doubleColumnOf(series, column).reduce((sum, value) => sum + value, 0) / series.rows;

describe('cleaned', () => {
  it('is numpy’s least squares on cosines, on powers, and on all with confounds at once', () => {
    const { highPass, cubic, all } = seriesReference.cleaning;
    const series = seriesOf(90, 3);
    expectNear(cleaned(series, { ...nothing, highPassHz: 0.02 }).values, highPass.flat());
    expectNear(cleaned(series, { ...nothing, detrendDegree: 3 }).values, cubic.flat());
    expectNear(
      cleaned(series, { ...nothing, highPassHz: 0.02, detrendDegree: 1, confounds }).values,
      all.flat(),
    );
  });

  it('keeps means, changes nothing the second time, and nothing when nothing is asked', () => {
    const choices = fc.record({
      rows: fc.integer({ min: 30, max: 80 }),
      highPassHz: fc.option(fc.double({ min: 0.0005, max: 0.05, noNaN: true })),
      detrendDegree: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(choices, ({ rows, highPassHz, detrendDegree }) => {
        const series = seriesOf(rows, 2);
        const cleaning = { ...nothing, highPassHz, detrendDegree };
        const once = cleaned(series, cleaning);
        expectNear(cleaned(once, cleaning).values, Array.from(once.values), 1e-9);
        for (const column of [0, 1]) expect(meanOf(once, column)).toBeCloseTo(meanOf(series, column), 9);
      }),
    );
    const series = seriesOf(20, 2);
    expect(cleaned(series, nothing)).toEqual(series);
  });

  it('takes a drift away and leaves what is faster', () => {
    const wave = (halves: number, row: number) => Math.cos((Math.PI * halves * (row + 0.5)) / 200);
    const drifting = matrixOf(200, 1, (row) => 5 + wave(40, row) + 3 * wave(2, row));
    const left = cleaned(drifting, { ...nothing, highPassHz: 0.008 }).values;
    left.forEach((value, row) => expect(value).toBeCloseTo(5 + wave(40, row), 9));
  });

  it('high-passes short runs as SPM does: not at all when half a period is longer than the run', () => {
    // 2 * 515 s * .001 Hz = 1.03: one cosine; 2 * 256 * .001 = .51: none.
    expect(cosineRegressors(515, { hopSeconds: 1, cutoffHz: 0.001 })).toHaveLength(1);
    expect(cosineRegressors(256, { hopSeconds: 1, cutoffHz: 0.001 })).toHaveLength(0);
    // On the cut-off counts: 2 * 300 * 2 s * .01 Hz = 12.
    expect(cosineRegressors(300, { hopSeconds: 2, cutoffHz: 0.01 })).toHaveLength(12);
  });
});

describe('withoutRegressors', () => {
  it('is not misled by constant, repeated or very differently scaled regressors', () => {
    const series = seriesOf(50, 2);
    const wave = Float64Array.from({ length: 50 }, (_, row) => Math.cos(row));
    const plain = withoutRegressors(series, [wave]);
    const many = [
      new Float64Array(50).fill(0.1),
      wave,
      wave.map((value) => 1e9 * value + 7),
      new Float64Array(50),
      wave.map((value) => 1e-12 * value),
    ];
    expectNear(withoutRegressors(series, many).values, Array.from(plain.values), 1e-9);
  });

  it('refuses regressors of another length, holes, and more of them than the samples can bear', () => {
    const series = seriesOf(5, 1);
    const waves = Array.from({ length: 4 }, (_, k) =>
      Float64Array.from({ length: 5 }, (_, row) => Math.cos((Math.PI * (k + 1) * (row + 0.5)) / 5)),
    );
    expect(() => withoutRegressors(series, [new Float64Array(4)])).toThrow('invalid regressor 1: 4 numbers');
    expect(() => withoutRegressors(series, [waves[0], Float64Array.of(1, 2, NaN, 4, 5)])).toThrow(
      'invalid regressor 2: NaN at sample 3 (5 finite numbers)',
    );
    expect(() => withoutRegressors(series, waves)).toThrow(
      'invalid regressors: 4 independent ones for 5 samples (leave some out)',
    );
  });
});
