import type { Series } from '../series';
import type { ColumnDescription } from './fileDescription';

/**
 * Means and standard deviations of every column, in two passes with compensated sums (Neumaier 1974), so that they
 * equal those of exact sums to the last digits, whatever the column's size and offset.
 */
export function describeColumns({ columns, values }: Series): ColumnDescription[] {
  return columns.map(({ name, unit }, column) => {
    const each = (visit: (value: number) => void) => {
      for (let index = column; index < values.values.length; index += values.columns) {
        if (Number.isFinite(values.values[index])) visit(values.values[index]);
      }
    };
    return { name, unit, ...momentsOf(each, values.rows) };
  });
}

function momentsOf(each: (visit: (value: number) => void) => void, rows: number) {
  let [count, minimum, maximum] = [0, Infinity, -Infinity];
  const sum = new CompensatedSum();
  each((value) => {
    count++;
    sum.add(value);
    minimum = Math.min(minimum, value);
    maximum = Math.max(maximum, value);
  });
  const missing = rows - count;
  if (count === 0) return { mean: null, standardDeviation: null, minimum: null, maximum: null, missing };
  const mean = sum.value / count;
  const squares = new CompensatedSum();
  each((value) => squares.add((value - mean) ** 2));
  return { mean, standardDeviation: Math.sqrt(squares.value / count), minimum, maximum, missing };
}

/** A sum that keeps what rounding would lose. */
export class CompensatedSum {
  private sum = 0;
  private lost = 0;

  add(value: number): void {
    const next = this.sum + value;
    this.lost += Math.abs(this.sum) >= Math.abs(value) ? this.sum - next + value : value - next + this.sum;
    this.sum = next;
  }

  get value(): number {
    return this.sum + this.lost;
  }
}
