import { choosing, type Choice } from '@/ml/film/chooseForCues';
import { pricing, type ConstraintPrice } from '@/ml/film/constraintPrices';
import type { Caller } from '../../access/caller';
import { AppError } from '../../base/errors';
import { inPieces } from '../../base/inPieces';
import type { Retrieval } from '../../retrieval/retrieval';
import { cueCandidates, type CueCandidates, type CueMatch } from './cueCandidates';
import type { FilmProject } from './filmProject';

/** A choice is made among a table of all cues by all places of all cues. */
const mostPlaces = 20_000;

/** How a project's cues are matched. */
export interface MatchWish {
  /** How many places a cue. */
  limit: number;
  /** What each further use of a track costs; Infinity where it may be used once only. */
  reusePenalty: number;
  signal?: AbortSignal;
}

/** The places found for a cue, and which of them is best for all cues together. */
interface MatchedCue {
  id: string;
  name: string;
  matches: CueMatch[];
  /** One of the matches; null where none is left, and for a locked cue, whose music stays. */
  best: number | null;
  /** Where the search took too long: how far it came. */
  stopped: CueCandidates['stopped'];
}

/** Every cue's places, and the choice for all of them. */
export interface MatchedProject {
  cues: MatchedCue[];
  choice: Choice;
  /** What each constraint on the choice costs; cues by their place in the project. */
  prices: ConstraintPrice[];
  /** Constraints whose price would have taken too long. */
  unpriced: number;
}

/**
 * The best places for every cue that is not locked, and the best choice for all of them together; tracks of locked cues
 * count as used.
 *
 * @throws AppError 'invalid' for a cue that cannot be asked for; as alongCue does
 */
export async function matchProject(
  retrieval: Retrieval,
  caller: Caller,
  { project, wish }: { project: FilmProject; wish: MatchWish },
): Promise<MatchedProject> {
  const { reusePenalty, ...asked } = wish;
  checkSize(project, wish);
  const found: CueCandidates[] = [];
  for (const cue of project.cues)
    found.push(await cueCandidates({ retrieval, caller, ...asked }, project, cue));
  const toFill = found.map((each) => each.toFill);
  const rules = { reusePenalty };
  const choice = await inPieces(choosing(toFill, rules), wish.signal);
  const until = performance.now() + 1000 * retrieval.searchSeconds;
  const mayGoOn = () => performance.now() < until;
  const priced = await inPieces(pricing(toFill, { rules, choice, mayGoOn }), wish.signal);
  const cues = project.cues.map(({ id, name, locked }, place) => ({
    ...{ id, name, matches: locked ? [] : found[place].matches },
    best: locked ? null : choice.chosen[place],
    stopped: locked ? null : found[place].stopped,
  }));
  return { cues, choice, prices: priced.prices, unpriced: priced.left };
}

/** Throws AppError 'invalid' where cues and places are so many that the choice would take minutes, and gigabytes. */
function checkSize({ cues }: FilmProject, { limit }: MatchWish): void {
  if (cues.length * limit <= mostPlaces) return;
  const most = Math.floor(mostPlaces / cues.length);
  throw new AppError(
    'invalid',
    `invalid limit: ${limit} (with ${cues.length} cues, up to ${most} places for each)`,
  );
}
