import type { Caller } from '../access/caller';
import { askerOf } from './asker';
import { narrows, type TrackFilter } from '../catalogue/tracks/trackFilter';
import type { Retrieval } from './retrieval';
import type { TrajectoryInput } from './trajectoryQuery';

/** A question, and what ends the search where nobody waits for it any more. Searches of one caller take turns. */
export type AlongTrajectoryInput = TrajectoryInput & { signal?: AbortSignal };

/** How long whole tracks may be against a drawing that has a length, unless told otherwise. */
const aboutAsLong = { min: 0.8, max: 1.25 };

/**
 * The tracks, or the sections of tracks, whose emotion moves as drawn, by banded dynamic time warping over every
 * curve that the filter lets through; whole tracks are about as long as the drawing, where it has a length. Silence
 * is in no answer. Throws as TrajectorySearch does.
 */
export async function alongTrajectory(
  { feed, filters, summaries, trajectories }: Retrieval,
  caller: Caller,
  { filter: asked, signal, ...query }: AlongTrajectoryInput,
) {
  await feed.catchUp();
  const filter = query.scope === 'track' ? withLength(asked, query) : asked;
  const among = filter && narrows(filter) ? await filters.among(filter) : undefined;
  const answer = await trajectories.search({ query, filter, among, asker: askerOf(caller), signal });
  const matches = answer.matches.map(({ error, ...match }) => ({ ...match, error: error.map(toMillionths) }));
  return { ...answer, matches: await summaries.join(caller, matches) };
}

/** The filter, narrowed to tracks about as long as what is asked for. */
function withLength(
  filter: TrackFilter | undefined,
  { durationSeconds, lengthRatio = aboutAsLong }: Pick<TrajectoryInput, 'durationSeconds' | 'lengthRatio'>,
): TrackFilter | undefined {
  if (durationSeconds === undefined) return filter;
  const { minDurationSeconds = 0, maxDurationSeconds = Infinity } = filter ?? {};
  return {
    ...filter,
    minDurationSeconds: Math.max(minDurationSeconds, durationSeconds * lengthRatio.min),
    maxDurationSeconds: Math.min(maxDurationSeconds, durationSeconds * lengthRatio.max),
  };
}

/** An answer has a thousand errors: with all their digits they would be half of what is sent. */
const toMillionths = (value: number) => Math.round(value * 1e6) / 1e6;
