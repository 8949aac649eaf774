import { describe, expect, it } from 'vitest';
import { codeOf, frameUnder, typedFrame } from './filmTime';

const film = {
  rate: { numerator: 25, denominator: 1 },
  dropFrame: false,
  startFrame: 90_000,
  lengthFrames: 15_000,
};
const drop = {
  ...{ rate: { numerator: 30_000, denominator: 1001 }, dropFrame: true },
  ...{ startFrame: 107_892, lengthFrames: 20_000 },
};

describe('typedFrame', () => {
  it('takes a time code on the film’s own count', () => {
    expect(typedFrame('01:00:01:05', film, 0)).toBe(30);
    expect(typedFrame('1:00:01:05', film, 0)).toBe(30);
    expect(typedFrame('01000105', film, 0)).toBe(30);
    expect(typedFrame('304', { ...film, startFrame: 0 }, 0)).toBe(79);
    expect(typedFrame('01:01:00:02', drop, 0)).toBe(1800);
  });

  it('goes on and back by frames, as far as the film goes', () => {
    expect(typedFrame('+12', film, 100)).toBe(112);
    expect(typedFrame('-12', film, 100)).toBe(88);
    expect(typedFrame('−200', film, 100)).toBe(0);
    expect(typedFrame('+99999', film, 100)).toBe(14_999);
  });

  it('refuses what is no place in the film', () => {
    expect(() => typedFrame('00:00:01:00', film, 0)).toThrow('the film runs from 01:00:00:00 to 01:09:59:24');
    expect(() => typedFrame('01:01:00:00', drop, 0)).toThrow('drop frame leaves this label out');
    expect(() => typedFrame('soon', film, 0)).toThrow('invalid time code: soon');
    expect(() => typedFrame('', film, 0)).toThrow('invalid time code');
  });
});

describe('frames of times', () => {
  it('labels frames from the film’s start', () => {
    expect(codeOf(film, 30)).toBe('01:00:01:05');
    expect(codeOf(drop, 1800)).toBe('01:01:00;02');
  });

  it('tells which frame is shown, at its beginning too', () => {
    expect(frameUnder(film, 0.04)).toBe(1);
    expect(frameUnder(film, 0.0799)).toBe(1);
    expect(frameUnder(film, 1e9)).toBe(14_999);
    for (let frame = 0; frame < 20_000; frame += 7)
      expect(frameUnder(drop, (frame * 1001) / 30_000)).toBe(frame);
  });
});
