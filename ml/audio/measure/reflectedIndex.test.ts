import { expect, it } from 'vitest';
import { reflectedIndex } from './reflectedIndex';

it('reflects as numpy.pad([0, 1, 2], 5, mode="reflect") does', () => {
  const indices = Array.from({ length: 13 }, (_, i) => reflectedIndex(i - 5, 3));
  expect(indices).toEqual([1, 0, 1, 2, 1, 0, 1, 2, 1, 0, 1, 2, 1]);
  expect(reflectedIndex(-3, 1)).toBe(0);
});
