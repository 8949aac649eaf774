import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapeSketch } from './shapeSketch';

const values = (length: number) =>
  fc.float32Array({ minLength: length, maxLength: length, min: -1, max: 1, noNaN: true });
const curves = fc
  .integer({ min: 1, max: 300 })
  .chain((length) => fc.record({ valence: values(length), arousal: values(length) }));

describe('shapeSketch', () => {
  it('stays where a curve is moved, and where one that moves enough is stretched', () => {
    const wave = Float32Array.from({ length: 128 }, (_, i) => 0.4 * Math.sin(i / 9));
    const curve = { valence: wave, arousal: wave.map((value) => -value) };
    const moved = {
      valence: wave.map((value) => 0.1 + value / 2),
      arousal: wave.map((value) => 0.3 - value / 2),
    };
    const sketch = shapeSketch(curve);
    shapeSketch(moved).forEach((value, index) => expect(value).toBeCloseTo(sketch[index], 5));
    sketch.slice(0, 8).forEach((value, index) => expect(sketch[8 + index]).toBeCloseTo(-value, 5));
  });

  it('has a mean of 0 and a root mean square of at most 1 in each dimension', () => {
    fc.assert(
      fc.property(curves, (curve) => {
        const sketch = shapeSketch(curve);
        for (const part of [sketch.subarray(0, 8), sketch.subarray(8)]) {
          expect(part.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 3);
          expect(Math.sqrt(part.reduce((sum, value) => sum + value ** 2, 0) / 8)).toBeLessThan(1 + 1e-5);
        }
      }),
    );
  });
});
