import { describe, expect, it } from 'vitest';
import { drawnPath, laneX, laneY } from './laneGeometry';

describe('laneGeometry', () => {
  it('puts the start at the left and the highest value at the top', () => {
    expect([laneX(0), laneX(1)]).toEqual([0, 1000]);
    expect([laneY(1), laneY(0), laneY(-1)]).toEqual([0, 200, 400]);
  });

  it('holds the first and the last value to the ends', () => {
    const drawing = [
      { t: 0.25, valence: 1, arousal: 0 },
      { t: 0.75, valence: -1, arousal: 0 },
    ];
    expect(drawnPath(drawing, 'valence')).toBe('M0,0L250,0L750,400L1000,400');
    expect(drawnPath([], 'valence')).toBe('');
  });
});
