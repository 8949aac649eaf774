import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelSketch } from './levelSketch';

const curveOf = (valence: number[], arousal = valence) => ({
  valence: Float32Array.from(valence),
  arousal: Float32Array.from(arousal),
  valenceDeviation: new Float32Array(valence.length),
  arousalDeviation: new Float32Array(valence.length),
});

const values = fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 8, maxLength: 100 });

describe('levelSketch', () => {
  it('holds the means of pairs for 16 samples, valence first', () => {
    const rising = Array.from({ length: 16 }, (_, i) => i / 16);
    const sketch = levelSketch(curveOf(rising, new Array<number>(16).fill(-0.5)));
    expect(Array.from(sketch.subarray(0, 8))).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((i) => (4 * i + 1) / 32));
    expect(Array.from(sketch.subarray(8))).toEqual(new Array<number>(8).fill(-0.5));
  });

  it('shares a sample that lies across a border', () => {
    const rising = Array.from({ length: 12 }, (_, i) => i / 12);
    const sketch = levelSketch(curveOf(rising));
    expect(sketch[0]).toBeCloseTo((2 / 3) * rising[0] + (1 / 3) * rising[1], 6);
    expect(sketch[1]).toBeCloseTo((1 / 3) * rising[1] + (2 / 3) * rising[2], 6);
  });

  it('keeps the mean of a curve of any length that fills the stretches', () => {
    fc.assert(
      fc.property(values, (valence) => {
        const mean = valence.reduce((total, value) => total + value, 0) / valence.length;
        const sketch = levelSketch(curveOf(valence)).subarray(0, 8);
        expect(sketch.reduce((total, value) => total + value, 0) / 8).toBeCloseTo(mean, 5);
      }),
    );
  });

  it('reads a curve with fewer samples than stretches between them', () => {
    const sketch = levelSketch(curveOf([0, 0.8]));
    [0, 0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.8].forEach((value, index) =>
      expect(sketch[index]).toBeCloseTo(value, 6),
    );
  });

  it('refuses an empty curve', () => {
    expect(() => levelSketch(curveOf([]))).toThrow(RangeError);
  });
});
