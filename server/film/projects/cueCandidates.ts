import { decodeMeans } from '@/ml/affect/curveCodec';
import { cueOf } from '@/ml/film/cue';
import { cueFitAt } from '@/ml/film/cueFit';
import { cueQuestion } from '@/ml/film/cueQuestion';
import type { CueToFill } from '@/ml/film/chooseForCues';
import { lastingStart } from '@/ml/film/lastingStart';
import { secondsOf } from '@/ml/timeCode/gridSeconds';
import type { Caller } from '../../access/caller';
import { AppError } from '../../base/errors';
import { parseInput } from '../../base/parseInput';
import { alongCue } from '../../retrieval/alongCue';
import { cueQuery } from '../../retrieval/cueQuery';
import { curvesOf } from '../../retrieval/encodedCurves';
import type { Retrieval } from '../../retrieval/retrieval';
import type { TrajectoryAnswer } from '../../retrieval/trajectorySearch';
import type { FilmCue } from './filmCue';
import type { FilmProject } from './filmProject';

/** Who is asked for a cue's music, by whom. */
export interface AskedLibrary {
  retrieval: Retrieval;
  caller: Caller;
  /** How many places a cue. */
  limit: number;
  signal?: AbortSignal;
}

/** A place that was found, and where its music begins so that it lasts through the cue. */
export type CueMatch = Awaited<ReturnType<typeof alongCue>>['matches'][number] & { startSeconds: number };

/** What a cue may be filled with, and the places that were found for it. */
export interface CueCandidates {
  toFill: CueToFill;
  /** In the order of the candidates; of a locked cue, whose music comes first, each is one further on. */
  matches: CueMatch[];
  /** Tracks that were searched, and those that were compared before the search was stopped; null where it ended. */
  stopped: { searched: number; compared: number; stoppedAfterSeconds: number } | null;
}

/**
 * What a cue may be filled with: the places found for it, after the music of a locked one.
 *
 * @throws AppError 'invalid' for a cue that is not locked and cannot be asked for; as alongCue does
 */
export async function cueCandidates(
  library: AskedLibrary,
  project: FilmProject,
  cue: FilmCue,
): Promise<CueCandidates> {
  const durationSeconds = secondsOf(cue.outFrame - cue.inFrame, project.film.rate);
  const locked = cue.locked ? cue.chosen : null;
  const asked = locked ? unlessRefused(() => askedOf(project, cue, library)) : askedOf(project, cue, library);
  const { retrieval, caller, signal } = library;
  const answer = asked && (await alongCue(retrieval, caller, { ...asked, signal }));
  const stopped = answer ? stopOf(answer) : null;
  const matches = (answer?.matches ?? []).flatMap((match) => lastingMatch(match, durationSeconds));
  const found = matches.map(({ trackId, distance }) => ({ trackId, cost: distance ** 2 }));
  if (!locked) return { toFill: { durationSeconds, candidates: found }, matches, stopped };
  const own = { trackId: locked.trackId, cost: await chosenCost(library, project, cue) };
  return { toFill: { durationSeconds, candidates: [own, ...found], locked: 0 }, matches, stopped };
}

function stopOf({ searched, compared, stoppedAfterSeconds }: TrajectoryAnswer): CueCandidates['stopped'] {
  return stoppedAfterSeconds === null ? null : { searched, compared, stoppedAfterSeconds };
}

function lastingMatch(match: Omit<CueMatch, 'startSeconds'>, cueSeconds: number): CueMatch[] {
  const { section, durationSeconds: trackSeconds } = match;
  const startSeconds = lastingStart(section.start, { trackSeconds, cueSeconds });
  return startSeconds === undefined ? [] : [{ ...match, startSeconds }];
}

function askedOf(project: FilmProject, cue: FilmCue, { limit }: AskedLibrary) {
  if (project.curve.length === 0)
    throw new AppError('invalid', 'invalid curve: [] (draw how the film’s emotion moves)');
  const { points, importance, ...question } = cueQuestion(project, cue);
  const { toleranceSeconds, filter } = cue;
  return parseInput(cueQuery, {
    ...{ ...question, toleranceSeconds, filter, limit },
    ...{ points: [...points], importance: [...importance] },
  });
}

/** The answer, or undefined where the question cannot be asked: a locked cue needs none. */
function unlessRefused<Answer>(ask: () => Answer): Answer | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

/** How badly a locked cue's music fits, as a search would tell; 0 where that cannot be told. */
async function chosenCost({ retrieval }: AskedLibrary, project: FilmProject, cue: FilmCue): Promise<number> {
  const { trackId, startSeconds } = cue.chosen!;
  const [known] = await curvesOf(retrieval.database, [trackId]);
  if (!known || project.curve.length === 0) return 0;
  const question = cueQuestion(project, cue);
  if (!cueQuery.safeParse(question).success) return 0;
  const fit = cueFitAt(cueOf(question), decodeMeans(known.means), startSeconds);
  return fit ? fit.distance ** 2 : 0;
}
