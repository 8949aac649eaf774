import { describe, expect, it } from 'vitest';
import { spaced, within } from './spaced';

describe('what is drawn of many', () => {
  it('leaves out what lies too close to the one before', () => {
    expect(spaced([0, 1, 2, 5, 6, 9], (place) => place, 3)).toEqual([0, 5, 9]);
  });

  it('is what lies in sight', () => {
    expect(within([0, 1, 2, 5], (place) => place, { from: 1, to: 2 })).toEqual([1, 2]);
  });
});
