import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlationOf } from './correlation';

describe('correlationOf', () => {
  it('gives the published r of Anscombe’s first quartet', () => {
    const x = Float32Array.of(10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5);
    const y = Float32Array.of(8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68);
    expect(correlationOf(x, y)).toBeCloseTo(0.81642, 4);
  });

  it('is null where a series is still', () => {
    expect(
      correlationOf(new Float32Array(20).fill(0.3), Float32Array.from({ length: 20 }, Math.sin)),
    ).toBeNull();
  });

  it('is 1 with any rising line of itself, −1 with a falling one', () => {
    const series = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 5, maxLength: 40 });
    fc.assert(
      fc.property(series, fc.double({ min: 0.5, max: 3, noNaN: true }), (values, slope) => {
        const one = Float32Array.from([...values, -1, 1]);
        expect(
          correlationOf(
            one,
            one.map((value) => 0.2 + slope * value),
          ),
        ).toBeCloseTo(1, 4);
        expect(
          correlationOf(
            one,
            one.map((value) => 0.2 - slope * value),
          ),
        ).toBeCloseTo(-1, 4);
      }),
    );
  });
});
