import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawingOf, library } from '../testing/randomCurves.testing';
import { indexOfCurves } from '../testing/trajectoryIndex.testing';
import { tell } from '../shared/pace';
import { TrajectoryIndex, type TrajectoryQuery } from './trajectorySearch';

const query = fc.record({
  seed: fc.nat(),
  scope: fc.constantFrom('track' as const, 'section' as const, 'section' as const),
  blend: fc.constantFrom(0, 0.4, 1),
  band: fc.constantFrom(0.1, 1),
  ratio: fc.constantFrom({ min: 0.5, max: 2 }, { min: 0.8, max: 1.25 }, { min: 1, max: 1 }),
  seconds: fc.integer({ min: 5, max: 40 }),
  limit: fc.integer({ min: 1, max: 12 }),
});
interface Wish extends Required<Pick<TrajectoryQuery, 'scope' | 'blend' | 'band' | 'limit'>> {
  seed: number;
  ratio: { min: number; max: number };
  seconds: number;
}

const curves = library(5, 60);
const tracks = new Map(curves.map((curve, trackId) => [trackId, curve]));

function queryOf({ seed, scope, blend, band, ratio, seconds, limit }: Wish): TrajectoryQuery {
  const { valence, arousal } = drawingOf(seed, curves);
  const last = valence.length - 1;
  const points = Array.from(valence, (value, at) => ({
    ...{ t: (seconds * at) / last, valence: value, arousal: arousal[at] },
  }));
  return { points, durationSeconds: seconds, scope, blend, band, lengthRatio: ratio, limit };
}

/** What each search of several answers that take turns in the smallest pieces, in an order drawn by lot. */
function interleaved(index: TrajectoryIndex, queries: TrajectoryQuery[], turns: Iterator<number>) {
  const searches = queries.map((each) => index.begin(each));
  const answers = queries.map((): ReturnType<TrajectoryIndex['search']> | undefined => undefined);
  let pieces = 0;
  while (answers.includes(undefined)) {
    const place = (turns.next().value as number) % searches.length;
    if (answers[place]) continue;
    pieces++;
    if (!searches[place].step(0)) continue;
    answers[place] = searches[place].answer();
    searches[place].release();
  }
  return { answers, pieces };
}

describe('searches that take turns', () => {
  it('answer to the last bit what each does alone', () => {
    const indices = [1, 3].map((threads) => new TrajectoryIndex({ threads }));
    for (const index of indices) tracks.forEach((curve, trackId) => index.set(trackId, curve));
    let pieces = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...indices),
        fc.array(query, { minLength: 2, maxLength: 4 }),
        fc.infiniteStream(fc.nat(3)),
        (index, wishes, turns) => {
          const queries = wishes.map(queryOf);
          const alone = queries.map((each) => index.search(each));
          const together = interleaved(index, queries, turns[Symbol.iterator]());
          expect(together.answers).toEqual(alone);
          pieces += together.pieces;
        },
      ),
      { numRuns: 40 },
    );
    // Otherwise nothing was interrupted.
    expect(pieces).toBeGreaterThan(1000);
  });

  it('answer of the tracks that there were when they began, whatever changes meanwhile', () => {
    const changes = fc.array(
      fc.record({ trackId: fc.nat(70), seed: fc.option(fc.nat(59)), after: fc.nat(5) }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(query, query, changes, (first, second, list) => {
        const index = indexOfCurves(tracks);
        const asked = [first, second].map((wish) => ({ ...queryOf(wish), scope: 'section' as const }));
        const before = asked.map((each) => index.search(each));
        const searches = asked.map((each) => index.begin(each));
        const ready = [false, false];
        for (const { trackId, seed, after } of list) {
          searches.forEach((search, place) => {
            for (let piece = 0; piece < after && !ready[place]; piece++) ready[place] = search.step(0);
          });
          if (seed === null) index.delete(trackId);
          else index.set(trackId, curves[seed]);
        }
        searches.forEach((search, place) => {
          while (!ready[place]) ready[place] = search.step(0);
          expect(search.answer()).toEqual(before[place]);
          search.release();
        });
        const fresh = new TrajectoryIndex();
        const now = new Map(tracks);
        for (const { trackId, seed } of list) {
          if (seed === null) now.delete(trackId);
          else now.set(trackId, curves[seed]);
        }
        now.forEach((curve, trackId) => fresh.set(trackId, curve));
        expect(asked.map((each) => index.search(each).matches)).toEqual(
          asked.map((each) => fresh.search(each).matches),
        );
      }),
      { numRuns: 25 },
    );
  });

  it('of whole tracks lets changes wait for its end, and then has them', () => {
    const index = indexOfCurves(tracks);
    const whole = { ...queryOf(fc.sample(query, 1)[0]), scope: 'track' as const, limit: 3 };
    const before = index.search(whole);
    const search = index.begin(whole);
    while (!search.step(0)) for (const { trackId } of before.matches) index.delete(trackId);
    for (const { trackId } of before.matches) index.delete(trackId);
    expect(search.answer()).toEqual(before);
    search.release();
    const left = index.search(whole).matches.map(({ trackId }) => trackId);
    for (const { trackId } of before.matches) expect(left).not.toContain(trackId);
  });

  it('answers the best so far where it is stopped, and says how much was compared', () => {
    const index = indexOfCurves(tracks);
    const wish = { ...fc.sample(query, 1)[0], blend: 0.4, band: 1, ratio: { min: 0.5, max: 2 }, seconds: 30 };
    const asked = { ...queryOf(wish), scope: 'section' as const, limit: 40 };
    const whole = index.search(asked);
    expect(whole).toMatchObject({ exact: true, compared: 60, searched: 60 });
    const search = index.begin(asked);
    let compared = 0;
    for (let piece = 0; piece < 1e6 && compared < 10; piece++) {
      search.step(0);
      compared = search.answer().compared;
    }
    search.stop();
    while (!search.step(0));
    const part = search.answer();
    expect(part.exact).toBe(false);
    expect(part.compared).toBeGreaterThanOrEqual(10);
    expect(part.compared).toBeLessThan(60);
    expect(part.matches.length).toBeGreaterThan(0);
    const costs = part.matches.map(({ distance }) => distance);
    expect(costs).toEqual(costs.toSorted((a, b) => a - b));
    for (const { distance, trackId } of part.matches) {
      expect(tracks.has(trackId)).toBe(true);
      expect(distance).toBeGreaterThanOrEqual(whole.matches[0].distance);
    }
    search.release();
  });

  it('ends a piece where somebody tells that a message waits', () => {
    const index = indexOfCurves(tracks);
    const wish = { ...fc.sample(query, 1)[0], blend: 0.4, band: 1, ratio: { min: 0.5, max: 2 }, seconds: 40 };
    const search = index.begin({ ...queryOf(wish), scope: 'section', limit: 40 });
    for (const alarm of index.alarms) tell(alarm);
    expect(search.step(Infinity)).toBe(false);
    index.hear();
    while (!search.step(Infinity));
    search.release();
  });
});
