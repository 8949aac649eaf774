import { CompensatedSum } from '../describe/columnMoments';
import type { ColumnDescription } from '../describe/fileDescription';

/**
 * Mean and standard deviation over all voxels of all volumes, one volume in memory at a time: moments of each volume
 * in two passes, put together by the update of Chan, Golub and LeVeque (1979).
 */
export class VoxelMoments {
  private count = 0;
  private mean = 0;
  private squares = 0;
  private minimum = Infinity;
  private maximum = -Infinity;
  private missing = 0;

  /** Takes in the numbers of one volume. */
  take(numbers: ArrayLike<number>): void {
    const sum = new CompensatedSum();
    let count = 0;
    for (let voxel = 0; voxel < numbers.length; voxel++) {
      const value = numbers[voxel];
      if (!Number.isFinite(value)) continue;
      count++;
      sum.add(value);
      if (value < this.minimum) this.minimum = value;
      if (value > this.maximum) this.maximum = value;
    }
    this.missing += numbers.length - count;
    if (count > 0) this.merge(numbers, count, sum.value / count);
  }

  private merge(numbers: ArrayLike<number>, count: number, mean: number): void {
    const squares = new CompensatedSum();
    for (let voxel = 0; voxel < numbers.length; voxel++) {
      if (Number.isFinite(numbers[voxel])) squares.add((numbers[voxel] - mean) ** 2);
    }
    const together = this.count + count;
    const shift = mean - this.mean;
    this.squares += squares.value + (shift * shift * this.count * count) / together;
    this.mean += (shift * count) / together;
    this.count = together;
  }

  /** What was taken in, each number times `slope` plus `intercept`. */
  describe(name: string, { slope, intercept }: { slope: number; intercept: number }): ColumnDescription {
    const { missing, count } = this;
    const none = { mean: null, standardDeviation: null, minimum: null, maximum: null };
    if (count === 0) return { name, unit: null, ...none, missing };
    const ends = [this.minimum, this.maximum].map((value) => value * slope + intercept);
    return {
      name,
      unit: null,
      mean: this.mean * slope + intercept,
      standardDeviation: Math.sqrt(this.squares / count) * Math.abs(slope),
      minimum: Math.min(...ends),
      maximum: Math.max(...ends),
      missing,
    };
  }
}
