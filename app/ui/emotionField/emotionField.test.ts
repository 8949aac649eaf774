import { describe, expect, it } from 'vitest';
import { circumplexWords } from './circumplexWords';
import { paintField } from './paintField';

describe('paintField', () => {
  it('is opaque, grey in the middle, and warm at the energetic top', () => {
    const side = 9;
    const pixels = paintField(side, 'light');
    const at = (row: number, column: number) => [
      ...pixels.subarray((row * side + column) * 4).subarray(0, 4),
    ];
    const [red, green, blue, opacity] = at(4, 4);
    expect(opacity).toBe(255);
    expect(Math.max(red, green, blue) - Math.min(red, green, blue)).toBeLessThan(6);
    expect(at(0, 4)[0]).toBeGreaterThan(at(0, 4)[2]);
    expect(at(8, 4)[2]).toBeGreaterThan(at(8, 4)[0]);
  });

  it('is darker on dark paper', () => {
    expect(paintField(1, 'dark')[0]).toBeLessThan(paintField(1, 'light')[0]);
  });
});

describe('circumplexWords', () => {
  it('puts every word on the circle, opposites opposite', () => {
    const words = circumplexWords(0.8);
    for (const { point } of words) expect(Math.hypot(point.valence, point.arousal)).toBeCloseTo(0.8, 2);
    const find = (name: string) => words.find(({ word }) => word === name)!.point;
    expect(find('excitement').valence).toBeCloseTo(-find('depression').valence, 9);
    expect(find('relaxation').arousal).toBeLessThan(0);
  });
});
