import { describe, expect, it } from 'vitest';
import { createRandom } from './random';

const draw = (seed: number, purpose: string, count: number) => {
  const random = createRandom(seed, purpose);
  return Array.from({ length: count }, () => random.next());
};

describe('createRandom', () => {
  it('repeats itself for the same seed and purpose only', () => {
    expect(draw(7, 'melody', 5)).toEqual(draw(7, 'melody', 5));
    expect(draw(7, 'melody', 5)).not.toEqual(draw(7, 'drums', 5));
    expect(draw(7, 'melody', 5)).not.toEqual(draw(8, 'melody', 5));
  });

  it('fills [0, 1) evenly', () => {
    const counts = new Array<number>(10).fill(0);
    for (const value of draw(1, 'evenness', 100_000)) counts[Math.floor(10 * value)] += 1;
    const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquare).toBeLessThan(27.9); // 99.9 % point of chi-square with 9 degrees of freedom
  });

  it('has a bell of mean 0 and standard deviation 1', () => {
    const random = createRandom(2, 'bell');
    const values = Array.from({ length: 50_000 }, () => random.bell());
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 1);
  });
});
