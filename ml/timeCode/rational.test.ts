import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  add,
  compare,
  multiply,
  nearestWhole,
  parseRationalTime,
  rational,
  rationalTime,
  subtract,
  zero,
} from './rational';

const fractions = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([numerator, denominator]) => rational(numerator, denominator));

it('reads and writes times of Final Cut Pro exactly', () => {
  expect(parseRationalTime('27248221/7500s')).toEqual({ numerator: 27248221n, denominator: 7500n });
  expect(parseRationalTime('8648640000/2400000s')).toEqual(rational(18018n, 5n));
  expect(parseRationalTime('22s')).toEqual(rational(22));
  expect(parseRationalTime('-3.25s')).toEqual(rational(-13, 4));
  fc.assert(
    fc.property(fractions, (value) => {
      expect(parseRationalTime(rationalTime(value))).toEqual(value);
    }),
  );
  for (const text of ['', '1', '1/0s', '1.5/2s', '1/2', 's', `${'9'.repeat(30)}s`]) {
    expect(() => parseRationalTime(text)).toThrow(/invalid (time|fraction)/);
  }
});

it('computes as fractions do', () => {
  fc.assert(
    fc.property(fractions, fractions, fractions, (a, b, c) => {
      expect(subtract(add(a, b), b)).toEqual(a);
      expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
      expect(compare(a, b)).toBe(-compare(b, a) + 0);
      expect(compare(add(a, rational(1)), a)).toBe(1);
    }),
  );
  expect(add(zero, rational(4, -6))).toEqual({ numerator: -2n, denominator: 3n });
});

it('rounds halves upward, below zero too', () => {
  const halves = [
    [-3, 2, -1],
    [-1, 2, 0],
    [1, 2, 1],
    [3, 2, 2],
    [-7, 4, -2],
    [-5, 4, -1],
    [7, 4, 2],
  ] as const;
  for (const [numerator, denominator, expected] of halves) {
    expect(nearestWhole(rational(numerator, denominator)) + 0).toBe(expected);
  }
  fc.assert(
    fc.property(
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      fc.integer({ min: 1, max: 999 }),
      (top, bottom) => {
        const halfUp = Math.floor((2 * top + bottom) / (2 * bottom));
        expect(nearestWhole(rational(top, bottom)) + 0).toBe(halfUp + 0);
      },
    ),
  );
});
