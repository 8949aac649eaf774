import { describe, expect, it } from 'vitest';
import { shuttleSpeed } from './shuttleSpeed';

const speeds = (isPlaying: boolean, from: number, directions: (1 | -1)[]) => {
  let state = { frame: 0, isPlaying, speed: from };
  return directions.map((direction) => {
    state = { frame: 0, isPlaying: true, speed: shuttleSpeed(state, direction) };
    return state.speed;
  });
};

describe('shuttleSpeed', () => {
  it('doubles with each press, to eight times', () => {
    expect(speeds(false, 1, [1, 1, 1, 1, 1])).toEqual([1, 2, 4, 8, 8]);
    expect(speeds(false, 1, [-1, -1, -1, -1, -1])).toEqual([-1, -2, -4, -8, -8]);
  });

  it('begins anew in the other direction, and faster where the film plays already', () => {
    expect(speeds(true, 8, [-1, -1, 1])).toEqual([-1, -2, 1]);
    expect(speeds(true, 1, [1])).toEqual([2]);
  });
});
