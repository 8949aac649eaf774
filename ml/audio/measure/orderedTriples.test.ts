import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median } from '../../statistics/quantile';
import { OrderedTriples } from './orderedTriples';

/** Rows of 9 numbers from 0 to the bits of the greatest float32, often alike. */
const number = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 0x7f7fffff }));
const row = fc.array(number, { minLength: 9, maxLength: 9 }).map((values) => Int32Array.from(values));

const triplesOf = ([first, second, third]: Int32Array[]): OrderedTriples => {
  const triples = new OrderedTriples(first.length);
  triples.set(first, second, third);
  return triples;
};

describe('ordered triples', () => {
  it('give the medians of nine', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 9, maxLength: 9 }), (rows) => {
        const [a, b, c] = [0, 3, 6].map((from) => triplesOf(rows.slice(from, from + 3)));
        const medians = new Int32Array(9);
        a.mediansOfNine(b, c, medians);
        medians.forEach((value, i) => expect(value).toBe(median(rows.map((each) => each[i]))));
      }),
    );
  });

  it('give the medians of seven neighbours', () => {
    fc.assert(
      fc.property(row, (values) => {
        const medians = new Int32Array(3);
        triplesOf([0, 1, 2].map((from) => values.subarray(from, from + 7))).mediansOfSeven(values, medians);
        medians.forEach((value, i) => expect(value).toBe(median(values.subarray(i, i + 7))));
      }),
    );
  });
});
