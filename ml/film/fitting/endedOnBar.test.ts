import { describe, expect, it } from 'vitest';
import { endedOnBar } from './endedOnBar';
import { editSeconds } from './filmEdit';

const bars = Array.from({ length: 40 }, (_, bar) => 2 * bar);
const edit = (endSeconds: number) => ({
  pieces: [
    { startSeconds: 4, endSeconds: 24 },
    { startSeconds: 40, endSeconds },
  ],
});

describe('an edit that ends with a bar', () => {
  it('ends with the nearest one, stretched to its length', () => {
    const ended = endedOnBar(edit(60.6), bars)!;
    expect(ended.pieces).toEqual(edit(60).pieces);
    expect(ended.stretch).toBeCloseTo(40.6 / 40, 12);
    expect(editSeconds(ended)).toBeCloseTo(40.6, 9);
  });

  it('is played faster for a bar that ends later', () => {
    expect(endedOnBar(edit(61.2), bars)).toEqual({ ...edit(62), stretch: 41.2 / 42 });
  });

  it('is none where no bar ends within 3 %', () => {
    expect(endedOnBar(edit(60.6), [40, 80])).toBeUndefined();
    expect(endedOnBar(edit(60.6), [0, 20])).toBeUndefined();
  });
});
