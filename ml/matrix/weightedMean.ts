import { type Matrix } from './matrix';

/** Weighted mean of rows as they come, summed in double precision. */
export class WeightedMean {
  private readonly sums: Float64Array;
  private weight = 0;

  /** @param columns - numbers in a row */
  constructor(private readonly columns: number) {
    this.sums = new Float64Array(columns);
  }

  /** Adds a row of a matrix [n, columns], weighing `weight`. */
  add({ values }: Matrix, row: number, weight: number): void {
    this.weight += weight;
    for (let column = 0, at = row * this.columns; column < this.columns; column++, at++) {
      this.sums[column] += weight * values[at];
    }
  }

  /** The mean so far, [columns]. */
  mean(): Float32Array {
    return Float32Array.from(this.sums, (sum) => sum / this.weight);
  }
}
