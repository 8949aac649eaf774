import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestFrame, secondsOf } from '@/ml/timeCode/gridSeconds';
import { sectionPlan, type PlannedSection } from './sectionPlan';

const at = (numerator: number, denominator: number, startFrame: number) => ({
  rate: { numerator, denominator },
  startFrame,
});
const planned = (parts: Partial<PlannedSection> = {}): PlannedSection => ({
  film: at(24, 1, 86_400),
  cue: { name: 'dawn', inFrame: 240, outFrame: 480 },
  startSeconds: 20,
  trackSeconds: 100,
  withHandles: true,
  ...parts,
});

describe('the samples of a section', () => {
  it('are the cue’s and 5 s on either side', () => {
    expect(sectionPlan(planned())).toEqual({
      firstSample: 15 * 48_000,
      lengthSamples: 20 * 48_000,
      cueAtSample: 5 * 48_000,
      cueSamples: 10 * 48_000,
      timeReferenceSamples: 3605 * 48_000,
      inSeconds: 5,
    });
  });

  it('of an edit that is stretched are those of the whole track stretched', () => {
    const pieces = [{ startSeconds: 20, endSeconds: 20 + 10 / 1.02 }];
    const plan = sectionPlan(
      planned({ startSeconds: 20, edit: { pieces, stretch: 1.02 }, trackSeconds: 31 }),
    );
    expect(plan).toMatchObject({
      firstSample: Math.round((20 * 1.02 - 5) * 48_000),
      cueSamples: 10 * 48_000,
      lengthSamples: 5 * 48_000 + 10 * 48_000 + Math.round((31 * 1.02 - 20 * 1.02 - 10) * 48_000),
      stretch: 1.02,
    });
    const early = planned({ startSeconds: 21, edit: { pieces, stretch: 1.02 }, trackSeconds: 30 });
    expect(() => sectionPlan(early)).toThrow('ends 0.82 s before it');
  });

  it('at 23.976 and 29.97 begin on a frame of the film', () => {
    // 120 frames of 2002 samples; 01:00:05:00 at 23.976 is 3608.6 s after midnight.
    expect(sectionPlan(planned({ film: at(24_000, 1001, 86_400) }))).toMatchObject({
      cueAtSample: 240_240,
      cueSamples: 480_480,
      timeReferenceSamples: (86_400 + 240 - 120) * 2002,
    });
    const cue = { name: 'one', inFrame: 1, outFrame: 2 };
    const one = sectionPlan(planned({ film: at(30_000, 1001, 107_892), cue }));
    expect(one).toMatchObject({ cueAtSample: 240_240, cueSamples: 1602 });
  });

  it('have the handles that the music has, to a frame before and to a sample after', () => {
    expect(sectionPlan(planned({ startSeconds: 1.02 }))).toMatchObject({
      cueAtSample: 48_000,
      firstSample: 960,
      timeReferenceSamples: 3609 * 48_000,
    });
    const { lengthSamples } = sectionPlan(planned({ trackSeconds: 31.25 }));
    expect(lengthSamples).toBe(16.25 * 48_000);
    expect(sectionPlan(planned({ startSeconds: 0 })).cueAtSample).toBe(0);
    expect(sectionPlan(planned({ withHandles: false })).lengthSamples).toBe(10 * 48_000);
  });

  it('do not begin before midnight', () => {
    const early = planned({ film: at(24, 1, 0), cue: { name: 'first', inFrame: 24, outFrame: 48 } });
    expect(sectionPlan(early)).toMatchObject({ timeReferenceSamples: 0, cueAtSample: 48_000 });
  });

  it('must all be there', () => {
    expect(() => sectionPlan(planned({ startSeconds: 90.5 }))).toThrow('ends 0.50 s before it');
    expect(sectionPlan(planned({ startSeconds: 90 })).lengthSamples).toBe(15 * 48_000);
  });

  it('never lack any of the cue, and begin where the film’s frame says, at every rate', () => {
    const rates = fc.constantFrom([24_000, 1001], [24, 1], [25, 1], [30_000, 1001], [60_000, 1001], [50, 1]);
    const numbers = fc.nat({ max: 200_000 });
    const starts = fc.double({ min: 0, max: 30, noNaN: true });
    fc.assert(
      fc.property(
        fc.record({ rate: rates, inFrame: numbers, length: numbers, startSeconds: starts }),
        ({ rate, inFrame, length, startSeconds }) => {
          const film = at(rate[0], rate[1], 0);
          const cue = { name: 'any', inFrame, outFrame: inFrame + length + 1 };
          const plan = sectionPlan(planned({ film, cue, startSeconds, trackSeconds: 20_000 }));
          const heard = (plan.lengthSamples - plan.cueAtSample) / 48_000;
          expect(heard).toBeGreaterThanOrEqual(secondsOf(length + 1, film.rate) - 1e-9);
          expect(plan.firstSample).toBeGreaterThanOrEqual(0);
          const frame = nearestFrame(plan.timeReferenceSamples / 48_000 + plan.inSeconds, film.rate);
          expect(frame).toBe(inFrame);
        },
      ),
    );
  });
});
