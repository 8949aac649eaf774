import { describe, expect, it } from 'vitest';
import { drawnPath } from './lanePaths';

describe('drawnPath', () => {
  it('holds the first and the last value to the ends', () => {
    const drawing = [
      { t: 0.25, valence: 1, arousal: 0 },
      { t: 0.75, valence: -1, arousal: 0 },
    ];
    expect(drawnPath(drawing, 'valence')).toBe('M0,0L250,0L750,400L1000,400');
    expect(drawnPath([], 'valence')).toBe('');
  });
});
