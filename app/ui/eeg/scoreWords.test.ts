import { describe, expect, it } from 'vitest';
import { chanceWords, percentWords, scoreWithInterval } from './scoreWords';

describe('scores in words', () => {
  it('writes per cent to one place, with a true minus', () => {
    expect(percentWords(0.6294)).toBe('62.9');
    expect(percentWords(-0.021)).toBe('\u22122.1');
  });

  it('has the interval in brackets, and none for a single participant', () => {
    expect(scoreWithInterval({ mean: 0.629, low: 0.5812, high: 0.674 })).toBe('62.9 [58.1, 67.4]');
    expect(scoreWithInterval({ mean: 0.629, low: null, high: null })).toBe('62.9');
    expect(scoreWithInterval(null)).toBe('–');
  });

  it('tells chance apart from a chance of nothing', () => {
    const score = { mean: 0.6, low: null, high: null };
    expect(chanceWords(score)).toBe('–');
    expect(chanceWords({ ...score, chance: 0, chanceLow: 0, chanceHigh: 0.1 })).toBe('0.0 [0.0, 10.0]');
  });
});
