import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/app/trpc';
import { filterOf } from '@/app/ui/narrow/narrowUrl';
import { useThrottled } from '@/app/ui/useThrottled';
import type { PlaneState } from './planeUrl';

const askEveryMilliseconds = 60;

/**
 * The tracks nearest to the chosen point, also while it moves: one question at a time, the next about the point as it is
 * when the answer comes. Until then the last answer stays.
 */
export function usePlaneMatches(state: PlaneState) {
  const trpc = useTRPC();
  const newest = useThrottled(state, askEveryMilliseconds);
  const [asked, ask] = useState(newest);
  const { point } = asked;
  const answer = useQuery({
    ...trpc.retrieval.nearPoint.queryOptions(
      {
        valence: point?.valence ?? 0,
        arousal: point?.arousal ?? 0,
        limit: asked.limit,
        filter: filterOf(asked),
      },
      { trpc: { abortOnUnmount: true } },
    ),
    enabled: point !== null,
    placeholderData: keepPreviousData,
  });
  if (newest !== asked && !answer.isFetching) ask(newest);
  return { ...answer, matches: state.point ? (answer.data?.matches ?? []) : [] };
}
