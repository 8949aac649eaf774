import { barSteps, euclidean, type BarSteps } from './barSteps';
import type { HeardTrack } from './heardTrack';

/** A place where a track may be joined with itself: what came before bar `from` is followed by bar `to`. */
export interface Join {
  from: number;
  to: number;
  /** How unlike the music about both places is: about 0 where it is the same, 1 for any two places. */
  distance: number;
}

/** Beats before and after a join in which both places are compared. */
const contextBeats = 4;
/** Steps over that percentile of the track's own are heard as breaks. */
const mostPercentile = 95;
const mostTempoChange = 0.06;
/** For each bar, no more than so many places to go on at. */
const mostPlaces = 12;

/**
 * Every place where a track may go on elsewhere on a bar: its step in timbre and harmony is not among the largest of its
 * own steps from bar to bar, and the tempo stays. The best first, for each bar.
 */
export function joinCandidates(track: HeardTrack, steps: BarSteps = barSteps(track)): Join[] {
  const compare = contextDistance(track);
  const bars = steps.bars;
  return Array.from({ length: bars }, (_, place) => place + 1).flatMap((from) =>
    Array.from({ length: bars }, (_, to) => to)
      .filter((to) => to !== from && isAllowed(track, steps, { from, to }))
      .map((to) => ({ from, to, distance: compare(from, to) }))
      .toSorted((a, b) => a.distance - b.distance)
      .slice(0, mostPlaces),
  );
}

function isAllowed(track: HeardTrack, steps: BarSteps, { from, to }: Omit<Join, 'distance'>): boolean {
  const { timbre, harmony } = steps.percentileOf(steps.stepBetween(from - 1, to));
  return (
    timbre <= mostPercentile &&
    harmony <= mostPercentile &&
    Math.abs(tempoChange(track, { from, to })) <= mostTempoChange
  );
}

/** By how much the tempo after a join is faster than before it, as a part: medians of the beats of a bar on either side. */
export function tempoChange({ beats, barBeats }: HeardTrack, { from, to }: Omit<Join, 'distance'>): number {
  const before = medianInterval(beats, barBeats[from] - contextBeats, barBeats[from]);
  const after = medianInterval(beats, barBeats[to], barBeats[to] + contextBeats);
  return before / after - 1;
}

function medianInterval(beats: readonly number[], from: number, to: number): number {
  const within = beats.slice(Math.max(0, from), to + 1);
  const intervals = within.slice(1).map((beat, place) => beat - within[place]);
  return intervals.toSorted((a, b) => a - b)[intervals.length >> 1];
}

/**
 * How unlike the beats around two bars are, relative to what any two places are: in timbre and harmony, before as well as
 * after. Beats beyond the track's ends count as any place does.
 */
export function contextDistance(track: HeardTrack): (from: number, to: number) => number {
  const { timbre, harmony, barBeats } = track;
  const usual = usualDistances(track);
  const beatDistance = (beat: number, other: number) => {
    if (!timbre[beat] || !timbre[other]) return 1;
    const sound = euclidean(timbre[beat], timbre[other]) / usual.timbre;
    const chords = harmonyDistance(harmony[beat], harmony[other]) / usual.harmony;
    return (sound + chords) / 2;
  };
  return (from, to) => {
    let sum = 0;
    for (let beat = -contextBeats; beat < contextBeats; beat++)
      sum += beatDistance(barBeats[from] + beat, barBeats[to] + beat);
    return sum / (2 * contextBeats);
  };
}

function harmonyDistance(a: Float32Array, b: Float32Array): number {
  return 1 - a.reduce((sum, value, place) => sum + value * b[place], 0);
}

/** Mean distances of beats that have nothing to do with each other. */
function usualDistances({ timbre, harmony }: HeardTrack): { timbre: number; harmony: number } {
  const pairs = timbre.map((_, beat) => [beat, (beat * 7 + (timbre.length >> 1)) % timbre.length]);
  const mean = (distance: (beat: number, other: number) => number) =>
    pairs.reduce((sum, [beat, other]) => sum + distance(beat, other), 0) / pairs.length + 1e-9;
  return {
    timbre: mean((beat, other) => euclidean(timbre[beat], timbre[other])),
    harmony: mean((beat, other) => harmonyDistance(harmony[beat], harmony[other])),
  };
}
