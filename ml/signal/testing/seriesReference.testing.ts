import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { doubleMatrixOf, type DoubleMatrix } from '../../linear/doubleMatrix';

/** What reference/series.py wrote. */
export const seriesReference = JSON.parse(
  readFileSync(new URL('../reference/series.json', import.meta.url), 'utf8'),
) as {
  lanczos: { even: number[][]; uneven: number[][]; beyond: number[][] };
  cleaning: { highPass: number[][]; cubic: number[][]; all: number[][] };
  zScored: number[][];
  changes: {
    signed: number[][];
    euclidean: number[];
    cosine: number[];
    weights: number[];
    principal: number[];
  };
  haemodynamic: { response: number[]; convolved: number[] };
};

/** The series that reference/series.py writes down too: [rows, columns]. */
export const seriesOf = (rows: number, columns: number): DoubleMatrix =>
  matrixOf(
    rows,
    columns,
    (row, column) =>
      Math.sin(0.21 * row * (1 + column)) +
      0.3 * Math.cos(1.7 * row + column ** 2) +
      0.01 * row * (column + 1),
  );

/** A matrix from its formula. */
export const matrixOf = (
  rows: number,
  columns: number,
  value: (row: number, column: number) => number,
): DoubleMatrix =>
  doubleMatrixOf(
    Float64Array.from({ length: rows * columns }, (_, at) => value(Math.floor(at / columns), at % columns)),
    columns,
  );

/** That numbers are those expected, each within a tolerance. */
export function expectNear(values: ArrayLike<number>, expected: readonly number[], tolerance = 1e-10) {
  expect(values.length).toBe(expected.length);
  expected.forEach((value, at) => expect(Math.abs(values[at] - value)).toBeLessThanOrEqual(tolerance));
}
