import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { curvePeaks } from './curvePeaks';

interface Reference {
  peaks: { values: number[]; peaks: number[] }[];
}

const { peaks } = JSON.parse(
  readFileSync(new URL('./reference/scipy.json', import.meta.url), 'utf8'),
) as Reference;

describe('curvePeaks', () => {
  it('are those that SciPy finds, at the moments of their samples', () => {
    expect(peaks.some((each) => each.peaks.length > 5)).toBe(true);
    for (const { values, peaks: expected } of peaks) {
      expect(curvePeaks(Float32Array.from(values))).toEqual(expected.map((index) => index / 2 + 0.25));
    }
  });

  it('are none in a curve that is still, falls or rises', () => {
    for (const values of [[], [0.2], [0.2, 0.2, 0.2], [0.1, 0.2, 0.3], [0.3, 0.2, 0.1], [0, 0.04, 0]]) {
      expect(curvePeaks(Float32Array.from(values))).toEqual([]);
    }
  });
});
