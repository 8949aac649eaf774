import { describe, expect, it } from 'vitest';
import { stripFrames } from './stripFrames';

const film = {
  ...{ rate: { numerator: 25, denominator: 1 }, dropFrame: false },
  ...{ startFrame: 0, lengthFrames: 25_000 },
};

describe('stripFrames', () => {
  it('fills the view from its beginning on', () => {
    expect(stripFrames(film, { from: 0, span: 1000 }, 4)).toEqual([0, 6250, 12_500, 18_750]);
  });

  it('are the same frames as the view is scrolled, and none twice where one looks closely', () => {
    const one = stripFrames(film, { from: 100, span: 100 }, 10);
    const scrolled = stripFrames(film, { from: 123, span: 100 }, 10);
    expect(scrolled.slice(0, 8)).toEqual(one.slice(2));
    const close = stripFrames(film, { from: 0, span: 0.1 }, 10);
    expect(close).toEqual([0, 1, 2]);
  });
});
