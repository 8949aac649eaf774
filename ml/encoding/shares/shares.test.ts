import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DoubleMatrix } from '../../linear/doubleMatrix';
import { commonTerms } from '../scores/comparisons';
import { bandWeights } from '../ridge/bandWeights';
import { addShares, emptyShares, sharesOf } from './productMeasure';
import { stackingWeights } from './stackingWeights';
import { referenceValues } from '../testing/referenceValues.testing';
import { weightCurves } from './weightCurves';

/** What reference/ridge.py wrote. */
const reference = JSON.parse(readFileSync(new URL('../reference/ridge.json', import.meta.url), 'utf8')) as {
  correlationSplit: number[][];
  r2Split: number[][];
};

describe('the product measure', () => {
  it('is himalaya’s split of r and of R2', () => {
    const x = referenceValues(30, 6, 1);
    const y = referenceValues(30, 3, 2);
    for (let row = 0; row < 30; row++) {
      y.values[3 * row] += 2 * x.values[6 * row];
      y.values[3 * row + 1] += x.values[6 * row + 3] + 0.7;
    }
    const mean = [0, 1, 2].map((column) =>
      y.values.reduce((sum, value, at) => sum + (at % 3 === column ? value / 30 : 0), 0),
    );
    const prediction = referenceValues(30, 3, 6).values.map(
      (value, at) => value + 0.5 * (y.values[at] - mean[at % 3]),
    );
    const noise = referenceValues(30, 3, 7).values;
    const parts: DoubleMatrix[] = [
      { ...y, values: prediction.map((value, at) => 0.3 * value + noise[at]) },
      { ...y, values: prediction.map((value, at) => 0.7 * value - noise[at]) },
    ];
    const sums = emptyShares(2, 3);
    addShares(sums, { measured: y, parts, start: 0, end: 30 });
    for (const [score, expected] of [
      ['r', reference.correlationSplit],
      ['r2', reference.r2Split],
    ] as const) {
      sharesOf(sums, score).forEach((share, part) =>
        share.forEach((value, target) => expect(value).toBeCloseTo(expected[part][target], 9)),
      );
    }
  });
});

describe('stackingWeights', () => {
  it('errs less than any other weights', () => {
    const vectors = fc.array(
      fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }),
      { minLength: 2, maxLength: 4 },
    );
    fc.assert(
      fc.property(
        vectors,
        fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
        (models, some) => {
          const errors = models.map((one) =>
            models.map((other) => one.reduce((sum, value, at) => sum + value * other[at], 0)),
          );
          const errorOf = (weights: readonly number[]) =>
            weights.reduce(
              (sum, a, one) => sum + weights.reduce((part, b, other) => part + a * b * errors[one][other], 0),
              0,
            );
          const found = stackingWeights(errors);
          expect(found.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
          expect(Math.min(...found)).toBeGreaterThanOrEqual(0);
          const others = some.slice(0, models.length);
          const total = others.reduce((sum, weight) => sum + weight, 0);
          expect(errorOf(found)).toBeLessThanOrEqual(errorOf(others.map((weight) => weight / total)) + 1e-6);
        },
      ),
    );
  });

  it('is worked by hand', () => {
    // Errors of 1 and 4 that have nothing in common: weights go by their inverse, .8 and .2.
    stackingWeights([
      [1, 0],
      [0, 4],
    ]).forEach((weight, model) => expect(weight).toBeCloseTo([0.8, 0.2][model], 6));
    stackingWeights([
      [1, 2],
      [2, 5],
    ]).forEach((weight, model) => expect(weight).toBeCloseTo([1, 0][model], 6));
  });

  it('are numbers also for errors so small that their inverse is none', () => {
    for (const square of [0, Number.MIN_VALUE, 1e-320])
      expect(
        stackingWeights([
          [0, 0],
          [0, square],
        ]),
      ).toEqual([0.5, 0.5]);
    stackingWeights([
      [1e-300, 0],
      [0, 4e-300],
    ]).forEach((weight, model) => expect(weight).toBeCloseTo([0.8, 0.2][model], 6));
  });
});

describe('commonTerms', () => {
  it('are the known ones of two and of three spaces', () => {
    const told = (all: string[], some: string[]) =>
      commonTerms(all, some)
        .map(({ model, factor }) => `${factor > 0 ? '+' : '-'}${(JSON.parse(model) as string[]).join('')}`)
        .sort();
    expect(told(['a', 'b'], ['a'])).toEqual(['+ab', '-b']);
    expect(told(['a', 'b'], ['a', 'b'])).toEqual(['+a', '+b', '-ab']);
    expect(told(['a', 'b', 'c'], ['a', 'b'])).toEqual(['+ac', '+bc', '-abc', '-c']);
    expect(told(['a', 'b', 'c'], ['a', 'b', 'c'])).toEqual(['+a', '+abc', '+b', '+c', '-ab', '-ac', '-bc']);
  });
});

describe('bandWeights', () => {
  it('begin with plain ridge, and always add up to the number of spaces', () => {
    const weights = bandWeights(3, { banded: { candidates: 20 }, seed: 4 });
    expect(weights).toHaveLength(20);
    expect(weights[0]).toEqual([1, 1, 1]);
    for (const each of weights) expect(each.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(3, 12);
    expect(bandWeights(1, { banded: { candidates: 20 }, seed: 4 })).toEqual([[1]]);
  });
});

describe('weightCurves', () => {
  it('have the sign of a single column, and of the principal one of several', () => {
    const single = { rows: 3, columns: 2, values: Float64Array.of(1, -1, -2, 2, 0.5, 3) };
    const curves = weightCurves(single, 3).map((curve) => curve.map((value) => Number(value.toFixed(9))));
    expect(curves).toEqual([
      [1, -2, 0.5],
      [-1, 2, 3],
    ]);
    const pair = { rows: 4, columns: 1, values: Float64Array.of(3, 4, -6, -8) };
    weightCurves(pair, 2)[0].forEach((value, delay) => expect(value).toBeCloseTo([5, -10][delay], 9));
  });
});
