import type { Caller } from '../access/caller';
import { narrows } from '../catalogue/tracks/trackFilter';
import type { Retrieval } from './retrieval';
import type { TrajectoryInput } from './trajectoryQuery';

/** A question, and what ends the search where nobody waits for it any more. */
export type AlongTrajectoryInput = TrajectoryInput & { signal?: AbortSignal };

/**
 * The tracks, or the sections of tracks, whose emotion moves as drawn, by banded dynamic time warping over every
 * curve that the filter lets through. Throws as TrajectorySearch does.
 */
export async function alongTrajectory(
  { feed, filters, summaries, trajectories }: Retrieval,
  caller: Caller,
  { filter, signal, ...query }: AlongTrajectoryInput,
) {
  await feed.catchUp();
  const among = filter && narrows(filter) ? await filters.among(filter) : undefined;
  const answer = await trajectories.search({ query, filter, among, signal });
  const matches = answer.matches.map(({ error, ...match }) => ({ ...match, error: error.map(toMillionths) }));
  return { ...answer, matches: await summaries.join(caller, matches) };
}

/** An answer has a thousand errors: with all their digits they would be half of what is sent. */
const toMillionths = (value: number) => Math.round(value * 1e6) / 1e6;
