import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedRate, mayDropFrames, rateHz, rateName, sameRate } from './frameRate';
import { exactSecondsOf, nearestFrame, nearestFrameOfExact, rebaseFrames, secondsOf } from './gridSeconds';
import { parseRate } from './parseRate';
import { snapRate } from './snapRate';

const film = { numerator: 24_000, denominator: 1001 };
const rates = ['24000/1001', '24', '25', '30000/1001', '30', '50', '60000/1001', '60'].map(parseRate);

describe('snapping a rate', () => {
  it('knows 24000/1001 however it is rounded or measured', () => {
    for (const hz of [23.976, 23.97602397602397, 23.9767, 23.98, 24_000 / 1001])
      expect(snapRate(hz)).toEqual(film);
  });

  it('keeps 24 and 24000/1001 apart, and 29.97, 59.94, 119.88', () => {
    expect(snapRate(24)).toEqual({ numerator: 24, denominator: 1 });
    expect(snapRate(23.999)).toEqual({ numerator: 24, denominator: 1 });
    expect(snapRate(29.97)).toEqual({ numerator: 30_000, denominator: 1001 });
    expect(snapRate(59.94)).toEqual({ numerator: 60_000, denominator: 1001 });
    expect(snapRate(119.88)).toEqual({ numerator: 120_000, denominator: 1001 });
    expect(snapRate(14.985)).toEqual({ numerator: 15_000, denominator: 1001 });
  });

  it('finds a fraction for any other rate', () => {
    expect(snapRate(12.5)).toEqual({ numerator: 25, denominator: 2 });
    expect(snapRate(0.25)).toEqual({ numerator: 1, denominator: 4 });
    fc.assert(
      fc.property(fc.double({ min: 1, max: 240, noNaN: true }), (hz) => {
        const snapped = snapRate(hz);
        expect(Math.abs(rateHz(snapped) - hz) / hz).toBeLessThanOrEqual(2.1e-4);
        expect(snapped.denominator).toBeLessThanOrEqual(1001);
      }),
    );
  });

  it('refuses what is no rate', () => {
    for (const hz of [0, -1, NaN, Infinity]) expect(() => snapRate(hz)).toThrow('invalid rate');
    for (const text of ['', 'film', '0', '1/0', '1000', '-25'])
      expect(() => parseRate(text)).toThrow('invalid rate');
  });
});

describe('a rate', () => {
  it('is called as people call it', () => {
    expect(rates.map(rateName)).toEqual(['23.976', '24', '25', '29.97', '30', '50', '59.94', '60']);
    expect(rates.map(countedRate)).toEqual([24, 24, 25, 30, 30, 50, 60, 60]);
    expect(rates.filter(mayDropFrames).map(rateName)).toEqual(['29.97', '59.94']);
    expect(sameRate(film, { numerator: 48_000, denominator: 2002 })).toBe(true);
    expect(sameRate(film, { numerator: 24, denominator: 1 })).toBe(false);
  });
});

describe.each(rates.map((rate) => ({ rate, name: rateName(rate) })))('seconds at $name', ({ rate }) => {
  const day = Math.floor(86_400 * rateHz(rate));

  it('give back every frame of 24 hours, also after being stored in 16 digits', () => {
    fc.assert(
      fc.property(fc.nat(day), (frame) => {
        expect(nearestFrame(secondsOf(frame, rate), rate)).toBe(frame);
        expect(nearestFrame(Number(secondsOf(frame, rate).toFixed(6)), rate)).toBe(frame);
        expect(nearestFrameOfExact(exactSecondsOf(frame, rate), rate)).toBe(frame);
      }),
      { numRuns: 1000 },
    );
  });

  it('do not drift from the exact fraction by more than one rounding', () => {
    fc.assert(
      fc.property(fc.nat(day), (frame) => {
        const { numerator, denominator } = exactSecondsOf(frame, rate);
        expect(secondsOf(frame, rate)).toBe(Number(numerator) / Number(denominator));
      }),
    );
  });
});

it('cuts each 1,000 frames of 90 minutes at 23.976 on the frame, the last one too', () => {
  const cuts = Array.from({ length: 130 }, (_, i) => i * 1000);
  expect(cuts.map((frame) => nearestFrame(secondsOf(frame, film), film))).toEqual(cuts);
  expect(secondsOf(129_000, film)).toBe(5380.375);
});

it('takes frames of one rate to another by their seconds', () => {
  const [rate25, rate30] = ['25', '30'].map(parseRate);
  expect(rebaseFrames(50, rate25, rate30)).toBe(60);
  expect(rebaseFrames(86_400, film, { numerator: 24, denominator: 1 })).toBe(86_486);
  expect(rebaseFrames(7, film, film)).toBe(7);
});
