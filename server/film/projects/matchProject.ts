import { chooseForCues, type Choice } from '@/ml/film/chooseForCues';
import { secondsOf } from '@/ml/timeCode/gridSeconds';
import type { Caller } from '../../access/caller';
import { AppError } from '../../base/errors';
import { parseInput } from '../../base/parseInput';
import { alongCue } from '../../retrieval/alongCue';
import { cueQuery } from '../../retrieval/cueQuery';
import type { Retrieval } from '../../retrieval/retrieval';
import { cueQuestion } from './cueQuestion';
import type { FilmCue } from './filmCue';
import type { FilmProject } from './filmProject';

/** How a project's cues are matched. */
export interface MatchWish {
  /** How many places a cue. */
  limit: number;
  /** What each further use of a track costs; Infinity where it may be used once only. */
  reusePenalty: number;
  signal?: AbortSignal;
}

type CueMatch = Awaited<ReturnType<typeof alongCue>>['matches'][number];

/** The places found for a cue, and which of them is best for all cues together. */
export interface MatchedCue {
  id: string;
  name: string;
  matches: CueMatch[];
  /** One of the matches; null where none is left, and for a locked cue, whose music stays. */
  best: number | null;
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
): Promise<{ cues: MatchedCue[]; choice: Choice }> {
  const found: { cue: FilmCue; matches: CueMatch[] }[] = [];
  for (const cue of project.cues) {
    const { limit, signal } = wish;
    const question = cue.locked ? null : askedOf(project, cue, limit);
    const answer = question && (await alongCue(retrieval, caller, { ...question, signal }));
    found.push({ cue, matches: answer?.matches ?? [] });
  }
  const choice = chooseForCues(
    found.map(({ cue, matches }) => ({
      durationSeconds: secondsOf(cue.outFrame - cue.inFrame, project.film.rate),
      ...(cue.locked && cue.chosen
        ? { candidates: [{ trackId: cue.chosen.trackId, cost: 0 }], locked: 0 }
        : { candidates: matches.map(({ trackId, distance }) => ({ trackId, cost: distance ** 2 })) }),
    })),
    { reusePenalty: wish.reusePenalty },
  );
  const cues = found.map(({ cue: { id, name, locked }, matches }, place) => ({
    ...{ id, name, matches, best: locked ? null : choice.chosen[place] },
  }));
  return { cues, choice };
}

function askedOf(project: FilmProject, cue: FilmCue, limit: number) {
  if (project.curve.length === 0)
    throw new AppError('invalid', 'invalid curve: [] (draw how the film’s emotion moves)');
  const { points, importance, ...question } = cueQuestion(project, cue);
  const { toleranceSeconds, filter } = cue;
  return parseInput(cueQuery, {
    ...{ ...question, toleranceSeconds, filter, limit },
    ...{ points: [...points], importance: [...importance] },
  });
}
