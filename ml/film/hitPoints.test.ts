import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestHits, type CueHits, hitsAt, type TrackEvents } from './hitPoints';

const events: TrackEvents = { beat: [0, 0.5, 1, 1.5, 2, 2.5, 3], onset: [0.7, 2.9], peak: [] };
const cue: CueHits = {
  startFrame: 86_400,
  framesPerSecond: 24,
  hits: [
    { frame: 86_412, event: 'beat', weight: 1 },
    { frame: 86_448, event: 'onset', weight: 1 },
    { frame: 86_424, event: 'peak', weight: 1 },
  ],
};

describe('hitsAt', () => {
  it('tells how many frames too late or too early the nearest event comes', () => {
    const { misses, cost } = hitsAt(cue, events, 0.75);
    // The wanted moments are 1.25 and 2.75 s into the track.
    expect(misses[0]).toEqual({ eventSeconds: 1, frames: -6 });
    expect(misses[1]!.eventSeconds).toBe(2.9);
    expect(misses[1]!.frames).toBeCloseTo(3.6, 9);
    expect(misses[2]).toBeNull();
    expect(cost).toBeCloseTo(36 + 12.96, 9);
  });

  it('counts in the film’s own frames', () => {
    const film = { ...cue, framesPerSecond: 24_000 / 1001, startFrame: 0 };
    const hits = [{ frame: 24_000, event: 'beat' as const, weight: 1 }];
    const { misses } = hitsAt({ ...film, hits }, { ...events, beat: [1001 + 10] }, 10);
    expect(misses[0]!.frames).toBeCloseTo(0, 9);
  });
});

describe('bestHits', () => {
  it('lets the events meet the frames where the range allows', () => {
    const [beat] = cue.hits;
    const place = bestHits({ ...cue, hits: [beat] }, events, { earliest: 0.6, latest: 1.2, preferred: 0.7 });
    expect(place.startSeconds).toBeCloseTo(1, 12);
    expect(place.misses[0]!.frames).toBeCloseTo(0, 9);
    const narrow = bestHits({ ...cue, hits: [beat] }, events, {
      earliest: 0.6,
      latest: 0.7,
      preferred: 0.65,
    });
    expect(narrow.startSeconds).toBe(0.6);
  });

  it('stays where the curve wants it where no event is wanted, or none is there', () => {
    const range = { earliest: 0, latest: 2, preferred: 1.25 };
    expect(bestHits({ ...cue, hits: [] }, events, range).startSeconds).toBe(1.25);
    expect(bestHits({ ...cue, hits: [cue.hits[2]] }, events, range).startSeconds).toBe(1.25);
  });

  it('misses no more than any of many starts does', () => {
    const seconds = fc.integer({ min: 0, max: 600 }).map((value) => value / 100);
    const times = fc.uniqueArray(seconds, { maxLength: 12 }).map((list) => list.toSorted((a, b) => a - b));
    const hit = fc.record({
      frame: fc.integer({ min: 0, max: 75 }),
      event: fc.constantFrom('beat' as const, 'onset' as const, 'peak' as const),
      weight: fc.constantFrom(0.5, 1, 3),
    });
    const situation = fc.record({
      events: fc.record({ beat: times, onset: times, peak: times }),
      hits: fc.array(hit, { maxLength: 5 }),
      earliest: seconds,
      width: fc.constantFrom(0, 0.5, 3),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(situation, ({ events, hits, earliest, width, share }) => {
        const asked = { startFrame: 0, framesPerSecond: 25, hits };
        const range = { earliest, latest: earliest + width, preferred: earliest + share * width };
        const best = bestHits(asked, events, range);
        expect(best.startSeconds).toBeGreaterThanOrEqual(range.earliest);
        expect(best.startSeconds).toBeLessThanOrEqual(range.latest);
        for (let step = 0; step <= 300; step++) {
          const tried = hitsAt(asked, events, earliest + (step / 300) * width);
          expect(best.cost).toBeLessThanOrEqual(tried.cost + 1e-9);
        }
      }),
    );
  });
});
