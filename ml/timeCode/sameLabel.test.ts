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
    { label: '00:00:01:29', from: count('30'), to: count('24'), expected: '00:00:01:23' },
    { label: '00:01:00:00', from: count('30'), to: count('29.97', true), expected: '00:01:00;02' },
    { label: '00:01:00:01', from: count('60'), to: count('59.94', true), expected: '00:01:00;04' },
    { label: '00:10:00:00', from: count('60'), to: count('59.94', true), expected: '00:10:00;00' },
  ])('$label becomes the nearest that there is', ({ label, from, to, expected }) => {
    expect(timeCodeOf(sameLabel(frameOf(label, from), from, to), to)).toBe(expected);
  });
});
