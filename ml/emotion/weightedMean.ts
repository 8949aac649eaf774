/** Weighted mean of rows as they come. */
export class WeightedMean {
  private readonly sums: Float64Array;
  private weight = 0;

  /** @param size - numbers in a row */
  constructor(private readonly size: number) {
    this.sums = new Float64Array(size);
  }

  /** Adds the row rows[at .. at + size), weighing `weight`. */
  add(rows: Float32Array, at: number, weight: number): void {
    this.weight += weight;
    for (let i = 0; i < this.size; i++) this.sums[i] += weight * rows[at + i];
  }

  /** The mean so far, [size]. */
  mean(): Float32Array {
    return Float32Array.from(this.sums, (sum) => sum / this.weight);
  }
}
