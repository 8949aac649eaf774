import { describe, expect, it } from 'vitest';
import { parseRate } from './parseRate';
import { sameLabel } from './sameLabel';
import { frameOf, timeCodeOf } from './timeCode';

const count = (rate: string, dropFrame = false) => ({ rate: parseRate(rate), dropFrame });

describe('the same label in another count', () => {
  it('is another frame', () => {
    expect(sameLabel(86_400, count('24'), count('25'))).toBe(90_000);
    expect(sameLabel(86_400, count('23.976'), count('25'))).toBe(90_000);
    expect(sameLabel(108_000, count('29.97'), count('29.97', true))).toBe(107_892);
  });

  it('stays where it is in its own count', () => {
    for (const frame of [0, 1799, 1800, 107_832]) {
      expect(sameLabel(frame, count('29.97', true), count('29.97', true))).toBe(frame);
    }
  });

  it.each([
    ['00:00:01:29', count('30'), count('24'), '00:00:01:23'],
    ['00:01:00:00', count('30'), count('29.97', true), '00:01:00;02'],
    ['00:01:00:01', count('60'), count('59.94', true), '00:01:00;04'],
    ['00:10:00:00', count('60'), count('59.94', true), '00:10:00;00'],
  ])('%s becomes the nearest that there is', (label, from, to, expected) => {
    expect(timeCodeOf(sameLabel(frameOf(label, from), from, to), to)).toBe(expected);
  });
});
