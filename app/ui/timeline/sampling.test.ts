import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexAt, secondsOf } from './sampling';

const grid = { hopSeconds: 0.5, startSeconds: 0.25 };

describe('indexAt', () => {
  it('finds every sample at its own moment', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 49 }), (index) => {
        expect(indexAt(grid, secondsOf(grid, index), 50)).toBe(index);
      }),
    );
  });

  it('holds at both ends', () => {
    expect(indexAt(grid, 0, 50)).toBe(0);
    expect(indexAt(grid, 99, 50)).toBe(49);
  });
});
