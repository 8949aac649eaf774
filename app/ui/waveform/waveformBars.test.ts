import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waveformBars } from './waveformBars';

describe('waveformBars', () => {
  it('takes the highest deflection of each stretch, in shares of the highest of all', () => {
    const peaks = Int8Array.of(-10, 20, -50, 5, -100, 3, 0, 0);
    expect([...waveformBars(peaks, 2)]).toEqual([0.5, 1]);
  });

  it('leaves silence flat and an empty track empty', () => {
    expect(Math.max(...waveformBars(new Int8Array(20), 5))).toBe(0);
    expect([...waveformBars(new Int8Array(), 3)]).toEqual([0, 0, 0]);
  });

  it('stays within 0..1 and misses no bucket, with more bars than buckets or fewer', () => {
    const peaks = fc.array(fc.integer({ min: -128, max: 127 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(peaks, fc.integer({ min: 1, max: 80 }), (values, count) => {
        const even = Int8Array.from(values.slice(0, values.length - (values.length % 2)));
        const bars = waveformBars(even, count);
        expect(Math.min(...bars)).toBeGreaterThanOrEqual(0);
        const loudest = Math.max(...even.map(Math.abs).map((value) => (value < 0 ? 128 : value)));
        if (loudest >= 24) expect(Math.max(...bars)).toBe(1);
      }),
    );
  });
});
