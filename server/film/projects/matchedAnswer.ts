import type { ConstraintPrice } from '@/ml/film/constraintPrices';
import { secondsOf } from '@/ml/timeCode/gridSeconds';
import type { CueMatch } from './cueCandidates';
import type { FilmProject } from './filmProject';
import type { MatchedProject } from './matchProject';

/** The choice for all cues as a page shows it: of all places found only those that were chosen. */
export function matchedAnswer(
  { cues, film }: FilmProject,
  { cues: found, choice, prices, unpriced }: MatchedProject,
) {
  const titles = new Map(
    found.flatMap(({ matches }) => matches.map(({ trackId, title }) => [trackId, title] as const)),
  );
  return {
    cues: found.map(({ id, name, matches, best, stopped }, place) => ({
      ...{ id, name, locked: cues[place].locked, found: matches.length, stopped },
      durationSeconds: secondsOf(cues[place].outFrame - cues[place].inFrame, film.rate),
      best: best === null ? null : chosenPlace(matches[best]),
    })),
    total: choice.total,
    unfilled: choice.unfilled,
    unpriced,
    prices: prices.map(({ constraint, total, filled }) => ({
      ...{ name: nameOf(constraint, { cues, titles }), kind: constraint.kind, total, filled },
    })),
  };
}

function chosenPlace({ trackId, title, artist, startSeconds, distance, place }: CueMatch) {
  const { plusMinusSeconds } = place;
  return { trackId, title, artist, startSeconds, distance, plusMinusSeconds };
}

/** What a constraint holds: the cue's name or the track's title; null for all tracks. */
function nameOf(
  constraint: ConstraintPrice['constraint'],
  { cues, titles }: { cues: FilmProject['cues']; titles: ReadonlyMap<number, string> },
): string | null {
  if (constraint.kind === 'locked') return cues[constraint.cue].name;
  if (constraint.kind === 'track') return titles.get(constraint.trackId) ?? `track ${constraint.trackId}`;
  return null;
}
