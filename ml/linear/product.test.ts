import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrixOf } from '../matrix/matrix';
import { multiply, transposed } from '../matrix/multiply';
import { doubleMatrixOf } from './doubleMatrix';
import { product, singleProduct } from './product';

/** Sizes on both sides of the one from which the runtime multiplies. */
const side = fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 30, max: 45 }));

/** Whole numbers, so that products and sums are exact in either precision. */
const cases = fc
  .record({
    ...{ rows: side, inner: side, columns: side, seed: fc.nat() },
    ...{ transposeLeft: fc.boolean(), transposeRight: fc.boolean() },
    ...{ scale: fc.constantFrom(1, -2, 0.25), threads: fc.constantFrom(1, 2) },
  })
  .map(({ rows, inner, columns, seed, ...options }) => {
    const wholeNumbers = (count: number, salt: number) =>
      Float32Array.from({ length: count }, (_, i) => (((i + 1) * (seed % 9973) + salt * i * i) % 19) - 9);
    const left = matrixOf(wholeNumbers(rows * inner, 3), inner);
    const right = matrixOf(wholeNumbers(inner * columns, 5), columns);
    return { left, right, options };
  });

describe('product and singleProduct', () => {
  it('multiply any matrices, either of them transposed, in either precision', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ left, right, options }) => {
        const wanted = [...multiply(left, right).values].map((value) => value * options.scale);
        const l = options.transposeLeft ? transposed(left) : left;
        const r = options.transposeRight ? transposed(right) : right;
        const single = await singleProduct(l, r, options);
        const double = await product(inDouble(l), inDouble(r), options);
        expect([...single.values].map(positiveZero)).toEqual(wanted.map(positiveZero));
        expect([...double.values].map(positiveZero)).toEqual(wanted.map(positiveZero));
        expect([double.rows, double.columns]).toEqual([left.rows, right.columns]);
      }),
    );
  });

  it('reads memory that threads share', async () => {
    const values = new Float64Array(new SharedArrayBuffer(40 * 40 * 8)).fill(1);
    const ones = doubleMatrixOf(values, 40);
    expect(new Set((await product(ones, ones)).values)).toEqual(new Set([40]));
  });

  it('is the same to the last bit for any number of threads', async () => {
    const values = Float64Array.from({ length: 300 * 200 }, (_, i) => Math.sin(i * i));
    const matrix = doubleMatrixOf(values, 200);
    const one = await product(matrix, matrix, { transposeRight: true });
    const two = await product(matrix, matrix, { transposeRight: true, threads: 2 });
    expect(one.values.findIndex((value, index) => value !== two.values[index])).toBe(-1);
  });

  it('refuses what does not fit', async () => {
    const matrix = doubleMatrixOf(new Float64Array(6), 3);
    await expect(product(matrix, matrix)).rejects.toThrow(
      'invalid right: 2 rows (as many as the left has columns, 3)',
    );
    await expect(product(matrix, matrix, { transposeLeft: true })).resolves.toMatchObject({ rows: 3 });
  });
});

const inDouble = ({ values, columns }: { values: Float32Array; columns: number }) =>
  doubleMatrixOf(Float64Array.from(values), columns);
const positiveZero = (value: number) => value + 0;
