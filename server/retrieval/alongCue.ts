import { decodeMeans } from '@/ml/affect/curveCodec';
import { curveHopSeconds } from '@/ml/affect/curveHop';
import { plainShapeFloor } from '@/ml/affect/shape';
import type { EmotionCurve } from '@/ml/affect/emotionCurve';
import type { TrajectoryMatch } from '@/ml/dtw/search/trajectorySearch';
import { placing, type CertainPlace } from '@/ml/film/certainPlace';
import { bandOf, cueImportance, cueOf, type Cue } from '@/ml/film/cue';
import { cueCosts, cueFitAt, withDistance, type WorstMoment } from '@/ml/film/cueFit';
import type { Caller } from '../access/caller';
import { inPieces } from '../base/inPieces';
import { narrows } from '../catalogue/tracks/trackFilter';
import type { CueInput } from './cueQuery';
import { askerOf } from './asker';
import { curvesOf } from './encodedCurves';
import type { Retrieval } from './retrieval';

/** A question, and what ends the search where nobody waits for it any more. Searches of one caller take turns. */
export type AlongCueInput = CueInput & { signal?: AbortSignal };

/**
 * The places in tracks where music moves as a film's cue is drawn, as long as it is, by what each moment counts. Each
 * match tells its worst moment, how certain its place is, and the whole track's curve, on which other places can be
 * tried (ml/film/cueFit.ts). Throws as TrajectorySearch does.
 */
export async function alongCue(
  { database, feed, filters, summaries, trajectories }: Retrieval,
  caller: Caller,
  { filter, signal, ...question }: AlongCueInput,
) {
  await feed.catchUp();
  const among = filter && narrows(filter) ? await filters.among(filter) : undefined;
  const { points, durationSeconds, mode, blend, limit } = question;
  const query = {
    ...{ points, durationSeconds, mode, blend, limit, scope: 'section' as const },
    importance: cueImportance(question),
    band: bandOf(question),
    // A browser that tries other places knows nothing of the library.
    floor: plainShapeFloor,
  };
  const answer = await trajectories.search({ query, filter, among, asker: askerOf(caller), signal });
  const cue = cueOf({ ...question, blend: answer.blend });
  const trackIds = answer.matches.map(({ trackId }) => trackId);
  const curves = new Map(
    (await curvesOf(database, trackIds)).map(({ trackId, means }) => [trackId, decodeMeans(means)]),
  );
  const matches = await inPieces(placedMatches(answer.matches, { cue, curves }), signal);
  const listed = await summaries.join(caller, matches);
  return { ...answer, matches: listed.flatMap((match) => withinTrack(match, cue, durationSeconds)) };
}

/** A match with what an editor asks of its place: its worst moment, how certain it is, and its track's curve. */
type PlacedMatch = Omit<TrajectoryMatch, 'worst'> & {
  worst: WorstMoment;
  place: CertainPlace;
  trackCurve: EmotionCurve;
};

interface PlacedTrack extends PlacedMatch {
  /** Of the whole track. */
  durationSeconds: number;
}

/**
 * A match whose music lasts as long as its cue: a curve's last sample may reach beyond the track's sound, and the place is
 * moved to where the cue ends with the track. None where the track is shorter than the cue.
 */
function withinTrack<Match extends PlacedTrack>(match: Match, cue: Cue, cueSeconds: number): Match[] {
  const last = match.durationSeconds - cueSeconds;
  const within = (start: number) => Math.min(start, last);
  const { earliest, latest, rivals, ...place } = match.place;
  const placed = {
    ...match,
    place: {
      ...place,
      earliest: within(earliest),
      latest: within(latest),
      rivals: rivals.map(within),
    },
  };
  if (match.section.start <= last) return [placed];
  const fit = cueFitAt(cue, match.trackCurve, last);
  return fit ? [{ ...placed, ...fit, section: { start: last, end: match.durationSeconds } }] : [];
}

/** The matches of tracks that are still long enough. */
function* placedMatches(
  matches: readonly TrajectoryMatch[],
  { cue, curves }: { cue: Cue; curves: ReadonlyMap<number, EmotionCurve> },
): Generator<void, PlacedMatch[]> {
  const placed: PlacedMatch[] = [];
  for (const match of matches) {
    const curve = curves.get(match.trackId);
    // Analysed anew in between, a track may have become too short.
    const fits = curve && match.section.end <= curve.valence.length * curveHopSeconds;
    if (fits) placed.push(yield* placedMatch(match, cue, curve));
  }
  return placed;
}

function* placedMatch(
  { error, worst, section, ...match }: TrajectoryMatch,
  cue: Cue,
  curve: EmotionCurve,
): Generator<void, PlacedMatch> {
  const start = Math.round(section.start / curveHopSeconds);
  const starts = curve.valence.length - cue.query.length + 1;
  return {
    ...match,
    section,
    error,
    worst: withDistance(worst, error),
    place: yield* placing(cueCosts(cue, curve), { start, starts, hopSeconds: curveHopSeconds }),
    trackCurve: curve,
  };
}
