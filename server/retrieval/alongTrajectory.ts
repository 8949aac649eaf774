import { and, eq } from 'drizzle-orm';
import type { Database, Executor } from '@/db/open';
import { sounds, tracks } from '@/db/schema';
import type { TrajectoryQuery } from '@/ml/dtw/trajectorySearch';
import { filterCondition, narrows, type TrackFilter } from '../catalogue/tracks/trackFilter';
import { isRepresentative } from '../catalogue/tracks/trackSummary';
import { AppError } from '../errors';
import type { TrajectorySearch } from './trajectorySearch';
import { withSummaries } from './withSummaries';

export type AlongTrajectoryInput = Omit<TrajectoryQuery, 'trackIds'> & { filter?: TrackFilter };

/**
 * The tracks, or the sections of tracks, whose emotion moves as drawn: exact banded dynamic time warping over
 * every curve that the filter lets through. Throws AppError 'invalid' for a section without a duration, or
 * key points beyond it.
 */
export async function alongTrajectory(
  { database, trajectories }: { database: Database; trajectories: TrajectorySearch },
  { filter, ...query }: AlongTrajectoryInput,
  signal?: AbortSignal,
) {
  checkTimes(query);
  const trackIds = narrows(filter) ? await filteredIds(database, filter) : undefined;
  const answer = await trajectories.search({ ...query, trackIds }, signal);
  return { ...answer, matches: await withSummaries(database, answer.matches) };
}

/** The work of a section search grows with the cube of the drawing's length: beyond this it would hold up everybody. */
const longestSectionSeconds = 300;

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

async function filteredIds(executor: Executor, filter: TrackFilter | undefined): Promise<Set<number>> {
  const rows = await executor
    .select({ id: tracks.id })
    .from(tracks)
    .innerJoin(sounds, eq(sounds.trackId, tracks.id))
    .where(and(isRepresentative, filterCondition(filter)));
  return new Set(rows.map((row) => row.id));
}
