import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import { useDebounced } from '@/app/ui/useDebounced';
import { filterOf } from '../narrow/narrowUrl';
import type { PlaneState } from './planeUrl';

/** The tracks nearest to the chosen point; while the point moves the last answer stays. */
export function usePlaneMatches(state: PlaneState) {
  const trpc = useTRPC();
  const settled = useDebounced(state, 60);
  const { point } = settled;
  const answer = useQuery({
    ...trpc.retrieval.nearPoint.queryOptions(
      {
        valence: point?.valence ?? 0,
        arousal: point?.arousal ?? 0,
        limit: settled.limit,
        filter: filterOf(settled),
      },
      { trpc: { abortOnUnmount: true } },
    ),
    enabled: point !== null,
    placeholderData: keepPreviousData,
  });
  return { ...answer, matches: state.point ? (answer.data?.matches ?? []) : [] };
}
