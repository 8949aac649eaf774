import { describe, expect, it } from 'vitest';
import {
  chanceWords,
  isAboveChance,
  percentWords,
  scoreAgainstChance,
  scoreWithInterval,
} from './scoreWords';

describe('scores in words', () => {
  it('writes per cent to one place, with a true minus', () => {
    expect(percentWords(0.6294)).toBe('62.9');
    expect(percentWords(-0.021)).toBe('\u22122.1');
    expect(percentWords(-0.0002)).toBe('0.0');
  });

  it('has the interval in brackets, and none for a single participant', () => {
    expect(scoreWithInterval({ mean: 0.629, low: 0.5812, high: 0.674 })).toBe('62.9 [58.1, 67.4]');
    expect(scoreWithInterval({ mean: 0.629, low: null, high: null })).toBe('62.9');
    expect(scoreWithInterval(null)).toBe('–');
  });

  it('is above chance by interval and by permutation, not by one of them', () => {
    const score = {
      mean: 0.571,
      low: 0.54,
      high: 0.6,
      aboveChance: { mean: 0.015, low: 0.004, high: 0.033 },
    };
    expect(isAboveChance({ ...score, p: 0.04 })).toBe(true);
    expect(isAboveChance({ ...score, p: 0.2 })).toBe(false);
    expect(isAboveChance({ aboveChance: { mean: 0.015, low: -0.004, high: 0.033 }, p: 0.01 })).toBe(false);
    expect(isAboveChance({ aboveChance: { mean: 0.015, low: null, high: null }, p: 0.01 })).toBe(false);
    expect(scoreAgainstChance(score)).toBe('57.1 % (1.5 [0.4, 3.3] above chance)');
  });

  it('tells chance apart from a chance of nothing', () => {
    const score = { mean: 0.6, low: null, high: null };
    expect(chanceWords(score)).toBe('–');
    expect(chanceWords({ ...score, chance: 0, chanceLow: 0, chanceHigh: 0.1 })).toBe('0.0 [0.0, 10.0]');
  });
});
