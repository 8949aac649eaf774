import { CompensatedSum } from './columnMoments';
import type { ColumnDescription } from './fileDescription';

/**
 * Mean and standard deviation of numbers that come part by part, one part in memory at a time: moments of each part in
 * two passes, put together by the update of Chan, Golub and LeVeque (1979).
 */
export class RunningMoments {
  private count = 0;
  private mean = 0;
  private squares = 0;
  private minimum = Infinity;
  private maximum = -Infinity;
  private missing = 0;

  /** Takes in the numbers of one part: a volume, a stretch of a channel. */
  take(numbers: ArrayLike<number>): void {
    const sum = new CompensatedSum();
    let count = 0;
    for (let index = 0; index < numbers.length; index++) {
      const value = numbers[index];
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
    for (let index = 0; index < numbers.length; index++) {
      if (Number.isFinite(numbers[index])) squares.add((numbers[index] - mean) ** 2);
    }
    const together = this.count + count;
    const shift = mean - this.mean;
    this.squares += squares.value + (shift * shift * this.count * count) / together;
    this.mean += (shift * count) / together;
    this.count = together;
  }

  /** What was taken in, each number times `slope` plus `intercept`. */
  describe(
    name: string,
    { slope, intercept, unit = null }: { slope: number; intercept: number; unit?: string | null },
  ): ColumnDescription {
    const { missing, count } = this;
    const none = { mean: null, standardDeviation: null, minimum: null, maximum: null };
    if (count === 0) return { name, unit, ...none, missing };
    const ends = [this.minimum, this.maximum].map((value) => value * slope + intercept);
    return {
      name,
      unit,
      mean: this.mean * slope + intercept,
      standardDeviation: Math.sqrt(this.squares / count) * Math.abs(slope),
      minimum: Math.min(...ends),
      maximum: Math.max(...ends),
      missing,
    };
  }
}
