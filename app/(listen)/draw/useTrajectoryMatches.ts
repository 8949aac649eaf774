import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/app/trpc';
import { useThrottled } from '@/app/ui/useThrottled';
import type { DrawState } from './drawUrl';
import { trajectoryQuery } from './trajectoryQuery';

/** Ten questions a second keep up with a hand that draws. */
const askEveryMilliseconds = 100;
/** How often to look again while the server still loads the library. */
const lookAgainMilliseconds = 1000;
const anyPoint = { t: 0, valence: 0, arousal: 0 };

/**
 * The tracks or sections that move as drawn, while the hand still draws: one question at a time, the next about the
 * drawing as it is when the answer comes. Until then the last answer stays.
 */
export function useTrajectoryMatches(state: DrawState) {
  const trpc = useTRPC();
  const newest = useThrottled(state, askEveryMilliseconds);
  const [asked, ask] = useState(newest);
  const drawn = asked.drawing.length > 0;
  const query = trajectoryQuery(drawn ? asked : { ...asked, drawing: [anyPoint] });
  const answer = useQuery({
    ...trpc.retrieval.alongTrajectory.queryOptions(query, { trpc: { abortOnUnmount: true } }),
    enabled: drawn,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => data && isLoading(data) && lookAgainMilliseconds,
  });
  if (newest !== asked && !answer.isFetching) ask(newest);
  return { ...answer, data: state.drawing.length > 0 ? answer.data : undefined };
}

/** Whether the server has not loaded the whole library yet. */
export const isLoading = ({ indexed }: { indexed: { tracks: number; of: number } }) =>
  indexed.tracks < indexed.of;

export type TrajectoryAnswer = NonNullable<ReturnType<typeof useTrajectoryMatches>['data']>;
export type TrajectoryMatch = TrajectoryAnswer['matches'][number];
