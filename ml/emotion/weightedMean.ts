/** Weighted mean and standard deviation of rows as they come. */
export class WeightedMoments {
  private readonly sums: Float64Array;
  private readonly squares: Float64Array;
  private weight = 0;

  /** @param size - numbers in a row */
  constructor(private readonly size: number) {
    this.sums = new Float64Array(size);
    this.squares = new Float64Array(size);
  }

  /** Adds the row rows[at .. at + size), weighing `weight`. */
  add(rows: Float32Array, at: number, weight: number): void {
    const { sums, squares, size } = this;
    this.weight += weight;
    for (let i = 0; i < size; i++) {
      const value = rows[at + i];
      sums[i] += weight * value;
      squares[i] += weight * value * value;
    }
  }

  /** Writes the means, then the standard deviations, into target[at .. at + 2 size). */
  write(target: Float32Array, at: number): void {
    const { sums, squares, size, weight } = this;
    for (let i = 0; i < size; i++) {
      const mean = sums[i] / weight;
      target[at + i] = mean;
      target[at + size + i] = Math.sqrt(Math.max(squares[i] / weight - mean * mean, 0));
    }
  }
}
