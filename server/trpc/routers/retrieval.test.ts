import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invalid, notFound, openTestHouse, refusal, type TestHouse } from '../testing/house.testing';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse(12);
});
afterAll(() => house.close());

const still = { t: 0, valence: 0.1, arousal: 0.2 };

describe('retrieval.nearPoint', () => {
  it('answers with ten tracks unless asked for others, nearest first', async () => {
    const { matches } = await house.ask.retrieval.nearPoint({ valence: 0, arousal: 0 });
    expect(matches).toHaveLength(10);
    const distances = matches.map(({ distance }) => distance);
    expect(distances).toEqual(distances.toSorted((a, b) => a - b));
    const narrowed = { valence: 0, arousal: 0, limit: 200, filter: { minDurationSeconds: 10 } };
    const { matches: long } = await house.ask.retrieval.nearPoint(narrowed);
    expect(long.map(({ trackId }) => trackId).toSorted((a, b) => a - b)).toEqual([10, 11, 12]);
  });

  it.each([
    [{ valence: 2, arousal: 0 }, 'invalid valence: 2 (too big: expected number to be <=1)'],
    [{ valence: 0 }, 'invalid arousal: (none) (expected number, received undefined)'],
    [{ valence: 0, arousal: 0, limit: 201 }, 'invalid limit: 201 (too big: expected number to be <=200)'],
    [
      { valence: 0, arousal: 0, filter: { minTempoBpm: -1 } },
      'invalid filter.minTempoBpm: -1 (too small: expected number to be >=0)',
    ],
    [[0, 0], 'invalid input: [0,0] (expected object, received array)'],
  ])('refuses %j in words', async (input, words) => {
    expect(await refusal('retrieval.nearPoint', input)).toEqual(invalid(words));
  });
});

describe('retrieval.alongTrajectory', () => {
  it('compares every track with what was drawn', async () => {
    const answer = await house.ask.retrieval.alongTrajectory({ points: [still] });
    expect(answer).toMatchObject({ mode: 'level', exact: true, searched: 12 });
    expect(answer.matches).toHaveLength(10);
    const sections = await house.ask.retrieval.alongTrajectory({
      points: [still, { t: 12, valence: -0.2, arousal: 0.4 }],
      durationSeconds: 12,
      scope: 'section',
      lengthRatio: { min: 0.5, max: 2 },
      limit: 3,
    });
    for (const { section } of sections.matches) {
      expect(section.end - section.start).toBeGreaterThanOrEqual(6);
      expect(section.end - section.start).toBeLessThanOrEqual(24);
    }
  });

  it.each([
    [{ points: [] }, 'invalid points: [] (too small: expected array to have >=1 items)'],
    [
      { points: [still, { ...still, arousal: -3 }] },
      'invalid points[1].arousal: -3 (too small: expected number to be >=-1)',
    ],
    [
      { points: [still], lengthRatio: { min: 2, max: 1 } },
      'invalid lengthRatio: {"min":2,"max":1} (min must not be over max)',
    ],
    [
      { points: [still], scope: 'section' },
      'invalid durationSeconds: (none) (a section needs the length that was drawn)',
    ],
    [{ points: [{ ...still, t: 5 }], durationSeconds: 4 }, 'invalid points[0].t: 5 (it is after the end, 4)'],
  ])('refuses %j in words', async (input, words) => {
    expect(await refusal('retrieval.alongTrajectory', input)).toEqual(invalid(words));
  });
});

describe('retrieval.alongCue', () => {
  it('finds places as long as the cue, with the curve to try others on', async () => {
    const { matches, mode } = await house.ask.retrieval.alongCue({
      points: [still, { t: 3, valence: -0.2, arousal: 0.4 }],
      durationSeconds: 3,
      importance: [{ start: 1, end: 1.5, weight: 0 }],
      filter: { minDurationSeconds: 3 },
      limit: 3,
    });
    expect(mode).toBe('shape');
    expect(matches).toHaveLength(3);
    for (const { section, place, worst, trackCurveBase64 } of matches) {
      expect(section.end - section.start).toBeCloseTo(3, 9);
      expect(place.plusMinusSeconds).toBeGreaterThan(0);
      expect(worst.distance).toBeGreaterThanOrEqual(0);
      expect(trackCurveBase64).toMatch(/^[A-Za-z0-9+/]+=*$/);
    }
  });

  it('refuses a cue of which nothing counts, in words', async () => {
    const input = { points: [still], durationSeconds: 4, importance: [{ start: 0, end: 4, weight: 0 }] };
    expect(await refusal('retrieval.alongCue', input)).toEqual(
      invalid(
        'invalid importance: [{"start":0,"end":4,"weight":0}] (nothing counts: leave a weight above 0 somewhere)',
      ),
    );
  });
});

describe('retrieval.similarTo', () => {
  it('ranks the other tracks', async () => {
    const { matches } = await house.ask.retrieval.similarTo({ trackId: 3, limit: 5 });
    expect(matches).toHaveLength(5);
    expect(matches.map(({ trackId }) => trackId)).not.toContain(3);
  });

  it('refuses a track that is not there, and what is no number of one', async () => {
    const words = 'invalid trackId: 99 (no such track: it may have been removed)';
    expect(await refusal('retrieval.similarTo', { trackId: 99 })).toEqual(notFound(words));
    expect(await refusal('retrieval.similarTo', { trackId: '3' })).toEqual(
      invalid('invalid trackId: 3 (expected number, received string)'),
    );
  });
});
