import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastAssignment } from './assignment';

interface Reference {
  assignments: { costs: number[][]; total: number }[];
}

const { assignments } = JSON.parse(
  readFileSync(new URL('./reference/scipy.json', import.meta.url), 'utf8'),
) as Reference;

const rowsOf = (costs: readonly (readonly number[])[]) => costs.map((row) => Float64Array.from(row));
const totalOf = (costs: readonly (readonly number[])[], columns: readonly number[]) =>
  columns.reduce((sum, column, row) => sum + costs[row][column], 0);

/** The least total of all assignments, tried one after the other. */
function leastTotal(costs: readonly (readonly number[])[], taken: readonly number[] = []): number {
  if (taken.length === costs.length) return totalOf(costs, taken);
  const free = costs[0].map((_, column) => column).filter((column) => !taken.includes(column));
  return Math.min(...free.map((column) => leastTotal(costs, [...taken, column])));
}

describe('leastAssignment', () => {
  it('costs what SciPy finds', () => {
    for (const { costs, total } of assignments) {
      const columns = leastAssignment(rowsOf(costs));
      expect(new Set(columns).size).toBe(costs.length);
      expect(totalOf(costs, columns)).toBeCloseTo(total, 9);
    }
  });

  it('costs no more than any other assignment', () => {
    const cost = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: -5, max: 5, noNaN: true }));
    const matrices = fc
      .record({ rows: fc.integer({ min: 1, max: 5 }), more: fc.integer({ min: 0, max: 2 }) })
      .chain(({ rows, more }) =>
        fc.array(fc.array(cost, { minLength: rows + more, maxLength: rows + more }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(matrices, (costs) => {
        const columns = leastAssignment(rowsOf(costs));
        expect(new Set(columns).size).toBe(costs.length);
        expect(totalOf(costs, columns)).toBeCloseTo(leastTotal(costs), 9);
      }),
    );
  });

  it('is empty for no rows', () => {
    expect(leastAssignment([])).toEqual([]);
  });
});
