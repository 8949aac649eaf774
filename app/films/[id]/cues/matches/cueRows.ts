import type { Answers } from '@/app/trpc';
import { decodeBytes } from '@/app/ui/arrays';
import { decodeMeans } from '@/ml/affect/curveCodec';
import type { EmotionCurve } from '@/ml/affect/emotionCurve';
import { rateHz } from '@/ml/timeCode/frameRate';
import { secondsOf } from '@/ml/timeCode/gridSeconds';
import { cueOf, type CueQuestion } from '@/ml/film/cue';
import { cueFitAt, stretchUnder, type WorstMoment } from '@/ml/film/cueFit';
import { bestHits, type HitPlace, type TrackEvents } from '@/ml/film/hitPoints';
import { lastingStart } from '@/ml/film/lastingStart';
import { rankAfterCurve } from '@/ml/film/rankAfterCurve';
import type { CueSection, FilmCue, FilmProject } from '@/app/ui/film/filmProject';

export type CueMatch = Answers['retrieval']['alongCue']['matches'][number];

/** A place that was found for a cue, as its list shows it. */
export interface CueRow {
  trackId: number;
  title: string;
  artist: string | null;
  missing: boolean;
  durationSeconds: number;
  curve: EmotionCurve;
  section: CueSection;
  distance: number;
  worst: WorstMoment;
  error: number[];
  stretch: EmotionCurve;
  plusMinusSeconds: number;
  rivals: number;
  /** What the cue's hit points miss; null where there are none, or nothing is known of the track's events yet. */
  hits: HitPlace | null;
}

/** What rows are made of, beside the matches. */
export interface RowsOf {
  film: FilmProject['film'];
  cue: FilmCue;
  question: CueQuestion;
  /** Events of a track; undefined while they are not known. */
  eventsOf: (trackId: number, curve: EmotionCurve) => TrackEvents | undefined;
}

/** A match with its curve as numbers. */
export interface ReadMatch {
  match: CueMatch;
  curve: EmotionCurve;
}

export function readMatches(matches: readonly CueMatch[]): ReadMatch[] {
  return matches.map((match) => ({ match, curve: decodeMeans(decodeBytes(match.trackCurveBase64)) }));
}

/**
 * The places found for a cue. Where it has hit points, each begins where within its certain interval these miss least, and
 * of those that fit about as well the ones that miss less come first; a track without a wanted event comes last of them.
 */
export function cueRows(found: readonly ReadMatch[], of: RowsOf): CueRow[] {
  const rows = uniqueRows(found.flatMap((each) => cueRow(each, of)));
  if (of.cue.hitPoints.length === 0) return rows;
  const ranked = rankAfterCurve(rows.map((row) => ({ row, distance: row.distance, hits: rankedHits(row) })));
  return ranked.map(({ row }) => row);
}

function rankedHits({ hits }: CueRow): { cost: number } {
  return hits && hits.misses.every((miss) => miss !== null) ? hits : { cost: Infinity };
}

function cueRow({ match, curve }: ReadMatch, of: RowsOf): CueRow[] {
  const { film, cue, question, eventsOf } = of;
  const cueSeconds = secondsOf(cue.outFrame - cue.inFrame, film.rate);
  const lasting = (seconds: number) =>
    lastingStart(seconds, { trackSeconds: match.durationSeconds, cueSeconds });
  const [earliest, preferred, latest] = [match.place.earliest, match.section.start, match.place.latest].map(
    lasting,
  );
  if (earliest === undefined || preferred === undefined || latest === undefined) return [];
  const events = cue.hitPoints.length > 0 ? eventsOf(match.trackId, curve) : undefined;
  const asked = { hits: cue.hitPoints, startFrame: cue.inFrame, framesPerSecond: rateHz(film.rate) };
  const hits = events ? bestHits(asked, events, { earliest, latest, preferred }) : null;
  const startSeconds = hits?.startSeconds ?? preferred;
  const sampled = cueOf(question);
  const fit = cueFitAt(sampled, curve, startSeconds);
  const stretch = stretchUnder(sampled, curve, startSeconds);
  // The question has changed since it was answered: the next answer is on its way.
  if (!fit || !stretch) return [];
  const { trackId, title, artist, missing, durationSeconds, place } = match;
  return [
    {
      ...{ trackId, title, artist, missing, durationSeconds, curve, ...fit, stretch, hits },
      section: { trackId, startSeconds, gainDecibels: 0 },
      plusMinusSeconds: place.plusMinusSeconds,
      rivals: place.rivals.length,
    },
  ];
}

/** Hit points may draw two places of one track to the same start. */
function uniqueRows(rows: readonly CueRow[]): CueRow[] {
  return [...new Map(rows.toReversed().map((row) => [rowKey(row), row])).values()].reverse();
}

/** Names a row among the others of its list. */
export const rowKey = ({ trackId, section }: CueRow): string => `${trackId} ${section.startSeconds}`;
