import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexAt, secondsOf } from './sampling';

const sampling = { hopSeconds: 0.5, startSeconds: 0.25 };

describe('indexAt', () => {
  it('finds every sample at its own moment, and up to half a hop beside it', () => {
    const beside = fc.double({ min: -0.24, max: 0.24, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 49 }), beside, (index, away) => {
        expect(indexAt(sampling, secondsOf(sampling, index) + away, 50)).toBe(index);
      }),
    );
  });

  it('holds at both ends', () => {
    expect(indexAt(sampling, -1, 4)).toBe(0);
    expect(indexAt(sampling, 99, 4)).toBe(3);
  });
});
