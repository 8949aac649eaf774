import { describe, expect, it } from 'vitest';
import { curveHopSeconds } from '@/ml/affect/curveHop';
import { smoothCurve, keyPointsOf } from '@/ml/film/testing/curves.testing';
import { cueQuestion } from '@/ml/film/cueQuestion';
import { projectOf } from '@/server/film/projects/testing/filmProject.testing';
import type { CueMatch } from './cueRows';
import { cueRows } from './cueRows';

const length = 160;
const curves = new Map([1, 2, 3].map((seed) => [seed, smoothCurve(seed, length)] as const));
/** Where the drawn stretch lies in track 1, in samples. */
const planted = 40;
const project = projectOf({
  curve: keyPointsOf(curves.get(1)!, { start: planted, length: 20, hopSeconds: curveHopSeconds }).map(
    (point) => ({
      ...point,
      t: point.t + 10,
    }),
  ),
});
const [cue] = project.cues;
const question = cueQuestion(project, cue);

/** A match as the server tells it, of what rows are made of. */
function found(trackId: number, { start, distance }: { start: number; distance: number }) {
  const section = { start, end: start + 10 };
  const place = { earliest: start - 1, latest: start + 1, plusMinusSeconds: 1, rivals: [] };
  const about = { trackId, title: `track ${trackId}`, artist: null, missing: false, durationSeconds: 80 };
  return {
    match: { ...about, section, place, distance } as unknown as CueMatch,
    curve: curves.get(trackId)!,
  };
}

const noEvents = () => undefined;
const of = { film: project.film, cue, question, eventsOf: noEvents };
const hit = (frame: number) => ({ frame, event: 'beat' as const, weight: 1 });

describe('the rows of a cue', () => {
  it('tell the fit where the match is', () => {
    const [row] = cueRows([found(1, { start: planted * curveHopSeconds, distance: 0 })], of);
    expect(row.section).toEqual({ trackId: 1, startSeconds: 20, gainDecibels: 0 });
    expect(row.distance).toBeLessThan(0.02);
    expect(row.stretch.valence).toHaveLength(20);
    expect(row).toMatchObject({ hits: null, plusMinusSeconds: 1, rivals: 0 });
  });

  it('keep the search’s order without hit points, whatever events there are', () => {
    const both = [found(2, { start: 5, distance: 0.2 }), found(1, { start: 20, distance: 0.3 })];
    expect(cueRows(both, of).map(({ trackId }) => trackId)).toEqual([2, 1]);
  });

  it('move within the certain interval so that a hit point is met', () => {
    // Frame 300 of the cue from 240 on, at 24 a second: 2.5 s into it.
    const hitCue = { ...cue, hitPoints: [hit(300)] };
    const eventsOf = () => ({ beat: [22.25, 40], onset: [], peak: [] });
    const match = found(1, { start: 20, distance: 0 });
    const [row] = cueRows([match], { ...of, cue: hitCue, eventsOf });
    expect(row.section.startSeconds).toBeCloseTo(19.75, 9);
    expect(row.hits!.misses[0]!.frames).toBeCloseTo(0, 6);
    // The next beat is out of reach: the start goes as far as is certain.
    const far = () => ({ beat: [40], onset: [], peak: [] });
    const [late] = cueRows([match], { ...of, cue: hitCue, eventsOf: far });
    expect(late.section.startSeconds).toBe(21);
    expect(late.hits!.misses[0]!.frames).toBeCloseTo((40 - 23.5) * 24, 6);
  });

  it('of places that follow as well, put first what misses less, and last what has no such event', () => {
    const hitCue = { ...cue, hitPoints: [hit(300)] };
    // The same place thrice, as of three tracks.
    const same = [1, 2, 3].map((trackId) => ({ ...found(1, { start: 20, distance: 0 }), trackId }));
    const matches = same.map(({ trackId, match, curve }) => ({ match: { ...match, trackId }, curve }));
    const beats = new Map([
      [1, []],
      [2, [24.5]],
      [3, [22.5]],
    ]);
    const eventsOf = (trackId: number) => ({ beat: beats.get(trackId)!, onset: [], peak: [] });
    // Without room to move, or all would meet it.
    const still = matches.map(({ match, curve }) => ({
      match: { ...match, place: { ...match.place, earliest: 20, latest: 20 } },
      curve,
    }));
    const rows = cueRows(still, { ...of, cue: hitCue, eventsOf });
    expect(rows.map(({ trackId }) => trackId)).toEqual([3, 2, 1]);
  });

  it('never begin so late that a track ends before the cue', () => {
    const short = found(1, { start: 20, distance: 0 });
    const match = { ...short.match, durationSeconds: 29.9 };
    const [row] = cueRows([{ ...short, match }], of);
    expect(row.section.startSeconds).toBeCloseTo(19.9, 9);
    expect(cueRows([{ ...short, match: { ...short.match, durationSeconds: 9.9 } }], of)).toEqual([]);
  });

  it('are one where hit points draw two places of a track together', () => {
    const hitCue = { ...cue, hitPoints: [hit(300)] };
    const eventsOf = () => ({ beat: [23], onset: [], peak: [] });
    const near = [found(1, { start: 20, distance: 0 }), found(1, { start: 21, distance: 0.1 })];
    const rows = cueRows(near, { ...of, cue: hitCue, eventsOf });
    expect(rows.map(({ section }) => section.startSeconds)).toEqual([20.5]);
  });
});
