import { decodeMeans } from '@/ml/affect/curveCodec';
import { curveHopSeconds } from '@/ml/affect/curveHop';
import { plainShapeFloor } from '@/ml/affect/shape';
import type { EmotionCurve } from '@/ml/affect/emotionCurve';
import type { TrajectoryMatch } from '@/ml/dtw/search/trajectorySearch';
import { certainPlace } from '@/ml/film/certainPlace';
import { bandOf, cueImportance, cueOf, type Cue } from '@/ml/film/cue';
import { cueCosts, cueFitAt, withDistance } from '@/ml/film/cueFit';
import type { Caller } from '../access/caller';
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
  const matches = answer.matches.flatMap((match) => {
    const curve = curves.get(match.trackId);
    // Analysed anew in between, a track may have become too short.
    const fits = curve && match.section.end <= curve.valence.length * curveHopSeconds;
    return fits ? [placedMatch(match, cue, curve)] : [];
  });
  const listed = await summaries.join(caller, matches);
  return { ...answer, matches: listed.flatMap((match) => withinTrack(match, cue, durationSeconds)) };
}

interface PlacedTrack extends ReturnType<typeof placedMatch> {
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

/** A match with what an editor asks of its place. */
function placedMatch({ error, worst, section, ...match }: TrajectoryMatch, cue: Cue, curve: EmotionCurve) {
  const start = Math.round(section.start / curveHopSeconds);
  const starts = curve.valence.length - cue.query.length + 1;
  return {
    ...match,
    section,
    error,
    worst: withDistance(worst, error),
    place: certainPlace(cueCosts(cue, curve), { start, starts, hopSeconds: curveHopSeconds }),
    trackCurve: curve,
  };
}
