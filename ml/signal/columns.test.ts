import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubleColumnOf } from '../linear/doubleMatrix';
import { createRandom } from '../random';
import { circularlyShifted, randomlyShifted, shifted } from './shifted';
import { expectNear, matrixOf, seriesOf, seriesReference } from './testing/seriesReference.testing';
import { trimmed } from './trimmed';
import { constantColumns, zScored } from './zScored';

describe('zScored', () => {
  it('is scipy’s', () => expectNear(zScored(seriesOf(40, 2)).values, seriesReference.zScored.flat(), 1e-12));

  it('does not mind where and how wide a series was', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e4, max: 1e4, noNaN: true }),
        fc.double({ min: 0.01, max: 1e4, noNaN: true }),
        (level, scale) => {
          const series = seriesOf(30, 2);
          const moved = { ...series, values: series.values.map((value) => level + scale * value) };
          expectNear(zScored(moved).values, Array.from(zScored(series).values), 1e-6);
        },
      ),
    );
  });

  it('refuses a constant series by name, even one that is so only within rounding', () => {
    const still = matrixOf(20, 2, (row, column) => (column === 0 ? row : 0.1 + (row % 2) * 2e-17));
    expect(() => zScored(still, ['left', 'right temporal'])).toThrow(
      'invalid right temporal: constant at 0.1',
    );
    expect(() => zScored(still)).toThrow('invalid column 2: constant at');
    expect(constantColumns(still)).toEqual([1]);
    expect(constantColumns(matrixOf(3, 3, (_, column) => (column === 1 ? 0 : NaN)))).toEqual([0, 1, 2]);
  });
});

describe('trimmed', () => {
  it('leaves the middle', () => {
    expect(trimmed(seriesOf(10, 2), { start: 3, end: 1 }).values).toEqual(
      seriesOf(10, 2).values.slice(6, 18),
    );
  });

  it('refuses to leave nothing', () => {
    expect(() => trimmed(seriesOf(4, 1), { start: 2, end: 2 })).toThrow('invalid trim: 2 + 2 of 4 samples');
    expect(() => trimmed(seriesOf(4, 1), { start: -1, end: 0 })).toThrow(RangeError);
  });
});

describe('shifted', () => {
  const line = matrixOf(20, 1, (row) => 3 * row);

  it('moves later and earlier, between samples too, and holds the ends', () => {
    const later = shifted(line, { seconds: 5, hopSeconds: 2 }).values;
    expectNear(later.slice(0, 5), [0, 0, 0, 1.5, 4.5], 1e-12);
    const earlier = shifted(line, { seconds: -4, hopSeconds: 2 }).values;
    expectNear(earlier.slice(15), [51, 54, 57, 57, 57], 1e-12);
    expect(shifted(line, { seconds: 0, hopSeconds: 2 })).toEqual(line);
  });
});

describe('circularlyShifted', () => {
  it('is a rotation: numbers of samples add up, and a full turn is none', () => {
    const series = seriesOf(13, 2);
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -40, max: 40 }), (one, other) => {
        expect(circularlyShifted(circularlyShifted(series, one), other)).toEqual(
          circularlyShifted(series, one + other),
        );
      }),
    );
    expect(circularlyShifted(series, 26)).toEqual(series);
    expect(
      doubleColumnOf(
        circularlyShifted(
          matrixOf(4, 1, (row) => row),
          1,
        ),
        0,
      ),
    ).toEqual(Float64Array.of(3, 0, 1, 2));
  });

  it('at random reaches every shift, and does move', () => {
    const random = createRandom(4, 'shifts');
    const series = matrixOf(6, 1, (row) => row);
    const firsts = new Set(Array.from({ length: 300 }, () => randomlyShifted(series, random).values[0]));
    expect([...firsts].toSorted()).toEqual([1, 2, 3, 4, 5]);
    expect(() =>
      randomlyShifted(
        matrixOf(1, 1, () => 1),
        random,
      ),
    ).toThrow('invalid samples to shift: 1');
  });
});
