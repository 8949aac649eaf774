import { checkedDrawing, type TrajectoryQuery } from '@/ml/dtw/search/trajectorySearch';
import type { Caller } from '../access/caller';
import { narrows, type TrackFilter } from '../catalogue/tracks/trackFilter';
import { AppError } from '../base/errors';
import type { Retrieval } from './retrieval';

export type AlongTrajectoryInput = Omit<TrajectoryQuery, 'trackIds'> & {
  filter?: TrackFilter;
  /** Ends the search where nobody waits for it any more. */
  signal?: AbortSignal;
};

/**
 * The tracks, or the sections of tracks, whose emotion moves as drawn, by banded dynamic time warping over every
 * curve that the filter lets through. Throws AppError 'invalid' for a query out of range, a section without a
 * duration, or key points beyond it, and as TrajectorySearch does.
 */
export async function alongTrajectory(
  { feed, filters, summaries, trajectories }: Retrieval,
  caller: Caller,
  { filter, signal, ...query }: AlongTrajectoryInput,
) {
  checkTimes(query);
  checkRanges(query);
  await feed.catchUp();
  const through = filter && narrows(filter) ? await filters.through(filter) : undefined;
  const answer = await trajectories.search({ query, filter, through, signal });
  const matches = answer.matches.map((match) => ({ ...match, error: match.error.map(toMillionths) }));
  return { ...answer, matches: await summaries.join(caller, matches) };
}

/** An answer has a thousand errors: with all their digits they would be half of what is sent. */
const toMillionths = (value: number) => Math.round(value * 1e6) / 1e6;

/** The work of a section search grows with the drawing's length: beyond this it would hold up everybody. */
const longestSectionSeconds = 600;

function checkTimes({ scope, durationSeconds, points }: AlongTrajectoryInput): void {
  if (scope === 'section' && durationSeconds === undefined) {
    throw new AppError(
      'invalid',
      'invalid durationSeconds: none (a section needs the length that was drawn)',
    );
  }
  if (scope === 'section' && durationSeconds !== undefined && durationSeconds > longestSectionSeconds) {
    throw new AppError(
      'invalid',
      `invalid durationSeconds: ${durationSeconds} (sections up to ${longestSectionSeconds} s can be searched; draw less, or search whole tracks)`,
    );
  }
  const end = durationSeconds ?? 1;
  const beyond = points.find((point) => point.t > end);
  if (beyond) throw new AppError('invalid', `invalid points: t ${beyond.t} is after the end, ${end}`);
}

/** Asked before the search: whatever goes wrong within it is no fault of who asks. */
function checkRanges(query: TrajectoryQuery): void {
  try {
    checkedDrawing(query);
  } catch (error) {
    if (error instanceof RangeError) throw new AppError('invalid', error.message, { cause: error });
    throw error;
  }
}
