import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FrameRate } from './frameRate';
import { secondsOf } from './gridSeconds';
import { frameTiming } from './frameTiming';

const rates: FrameRate[] = [
  ...[24, 25, 30, 48, 50, 60, 100, 120].map((numerator) => ({ numerator, denominator: 1 })),
  ...[24, 30, 48, 60, 120].map((counted) => ({ numerator: counted * 1000, denominator: 1001 })),
];

/** Times as a file keeps them: on the grid of a rate, rounded to ticks. */
const timesOf = (
  rate: FrameRate,
  { frames, resolutionHz, start = 0 }: { frames: number; resolutionHz: number; start?: number },
) =>
  Array.from(
    { length: frames + 1 },
    (_, frame) => Math.round((start + secondsOf(frame, rate)) * resolutionHz) / resolutionHz,
  );

const told = (times: number[], resolutionHz: number) =>
  frameTiming(times.slice(0, -1), { resolutionHz, endSeconds: times[times.length - 1] });

describe('the rate of a film', () => {
  it('is exact whatever the ticks of its file, from some seconds on', () => {
    fc.assert(
      fc.property(
        fc.record({
          rate: fc.constantFrom(...rates),
          frames: fc.integer({ min: 150, max: 3000 }),
          resolutionHz: fc.constantFrom(1000, 12_800, 90_000, 24_000),
          start: fc.double({ min: 0, max: 2, noNaN: true }),
        }),
        ({ rate, frames, resolutionHz, start }) => {
          // 60 frames at 60 a second are a second, in which 59.94 and 60 are one millisecond apart.
          fc.pre(resolutionHz > 1000 || secondsOf(frames, rate) > 3);
          const times = timesOf(rate, { frames, resolutionHz, start });
          expect(told(times, resolutionHz)).toEqual({ rate, isVariableRate: false });
        },
      ),
    );
  });

  it('is 24000/1001 for the milliseconds of WebM', () => {
    const rate = { numerator: 24_000, denominator: 1001 };
    expect(told(timesOf(rate, { frames: 72, resolutionHz: 1000 }), 1000)).toEqual({
      rate,
      isVariableRate: false,
    });
  });

  it('is kept as a fraction where it is no standard one', () => {
    const rate = { numerator: 25, denominator: 2 };
    expect(told(timesOf(rate, { frames: 500, resolutionHz: 90_000 }), 90_000).rate).toEqual(rate);
  });

  it('is that of the one frame of a still', () => {
    expect(frameTiming([0], { resolutionHz: 12_800, endSeconds: 0.04 }).rate).toEqual({
      numerator: 25,
      denominator: 1,
    });
  });

  it('is variable where frames last unequally, and where one is held', () => {
    const even = timesOf({ numerator: 30, denominator: 1 }, { frames: 300, resolutionHz: 90_000 });
    const jittered = even.map((time, frame) => time + (frame % 2) * 0.006);
    expect(told(jittered, 90_000).isVariableRate).toBe(true);
    const held = even.map((time, frame) => (frame > 150 ? time + 0.1 : time));
    const timing = told(held, 90_000);
    expect(timing.isVariableRate).toBe(true);
    // The mean keeps the length: as many frames as there are last as long as the film.
    const { numerator, denominator } = timing.rate;
    expect((300 * denominator) / numerator).toBeCloseTo(10.1, 2);
  });

  it('is constant in spite of a wobble of some ticks', () => {
    const even = timesOf({ numerator: 25, denominator: 1 }, { frames: 2000, resolutionHz: 90_000 });
    const wobbling = even.map((time, frame) => time + ((frame * 7919) % 5) * 1e-4);
    expect(told(wobbling, 90_000)).toEqual({
      rate: { numerator: 25, denominator: 1 },
      isVariableRate: false,
    });
  });

  it('cannot be told of no frames', () => {
    expect(() => frameTiming([], { resolutionHz: 1000, endSeconds: 1 })).toThrow(RangeError);
  });
});
