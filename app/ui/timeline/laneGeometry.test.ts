import { describe, expect, it } from 'vitest';
import { bandOutline, deviationBand, laneX, laneY, seriesLine } from './laneGeometry';

const sampling = { hopSeconds: 0.5, startSeconds: 0.25, durationSeconds: 1 };

describe('laneGeometry', () => {
  it('puts the start at the left and the end at the right', () => {
    expect([laneX(0), laneX(1)]).toEqual([0, 1000]);
  });

  it('puts +1 at the top, −1 at the bottom and holds what lies beyond at the edge', () => {
    expect([laneY(1), laneY(0), laneY(-1), laneY(3)]).toEqual([0, 200, 400, 0]);
  });

  it('draws samples at the middles of their half seconds', () => {
    expect(seriesLine(Float32Array.of(0, 1), sampling)).toBe('M250,200L750,0');
  });

  it('outlines the band there and back', () => {
    expect(bandOutline(deviationBand(Float32Array.of(0, 0), Float32Array.of(0.5, 0.5)), sampling)).toBe(
      'M250,100L750,100L750,300L250,300Z',
    );
  });
});
