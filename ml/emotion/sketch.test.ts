import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curveSketch } from './sketch';

const curveOf = (valence: number[], arousal = valence) => ({
  valence: Float32Array.from(valence),
  arousal: Float32Array.from(arousal),
  valenceDeviation: new Float32Array(valence.length),
  arousalDeviation: new Float32Array(valence.length),
});

const values = fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 100 });

describe('curveSketch', () => {
  it('holds the means of pairs for 16 samples, valence first', () => {
    const rising = Array.from({ length: 16 }, (_, i) => i / 16);
    const sketch = curveSketch(curveOf(rising, new Array<number>(16).fill(-0.5)));
    expect(Array.from(sketch.subarray(0, 8))).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((i) => (4 * i + 1) / 32));
    expect(Array.from(sketch.subarray(8))).toEqual(new Array<number>(8).fill(-0.5));
  });

  it('shares a sample that lies across a border', () => {
    const sketch = curveSketch(curveOf([0, 0.3, 0.9]));
    expect(sketch[2]).toBeCloseTo((2 / 3) * 0 + (1 / 3) * 0.3, 6);
  });

  it('keeps the mean of a curve of any length', () => {
    fc.assert(
      fc.property(values, (valence) => {
        const mean = valence.reduce((total, value) => total + value, 0) / valence.length;
        const sketch = curveSketch(curveOf(valence)).subarray(0, 8);
        expect(sketch.reduce((total, value) => total + value, 0) / 8).toBeCloseTo(mean, 5);
      }),
    );
  });

  it('refuses an empty curve', () => {
    expect(() => curveSketch(curveOf([]))).toThrow(RangeError);
  });
});
