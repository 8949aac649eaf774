import { describe, expect, it } from 'vitest';
import { emotionGradient } from './emotionGradient';
import { seriesPath } from './seriesPath';

describe('small curves', () => {
  it('draws the highest value at the top and the lowest at the bottom', () => {
    expect(seriesPath([1, -1])).toBe('M25,1L75,23');
    expect(seriesPath([])).toBe('');
  });

  it('has a colour for every value, and two even for one', () => {
    const stops = (series: number[]) =>
      emotionGradient({ valence: Float32Array.from(series), arousal: Float32Array.from(series) }).split(
        'oklab(',
      ).length - 1;
    expect(stops([0.1, 0.2, 0.3])).toBe(3);
    expect(stops([0.1])).toBe(2);
    expect(emotionGradient({ valence: new Float32Array(), arousal: new Float32Array() })).toBe('none');
  });
});
