import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import { useDebounced } from '@/app/ui/useDebounced';
import type { DrawState } from './drawUrl';
import { trajectoryQuery } from './trajectoryQuery';

const pauseMilliseconds = 80;
const anyPoint = { t: 0, valence: 0, arousal: 0 };

/** The tracks or sections that move as drawn; while the drawing changes the last answer stays. */
export function useTrajectoryMatches(state: DrawState) {
  const trpc = useTRPC();
  const settled = useDebounced(state, pauseMilliseconds);
  const drawn = settled.drawing.length > 0;
  const query = trajectoryQuery(drawn ? settled : { ...settled, drawing: [anyPoint] });
  const answer = useQuery({
    ...trpc.retrieval.alongTrajectory.queryOptions(query, { trpc: { abortOnUnmount: true } }),
    enabled: drawn,
    placeholderData: keepPreviousData,
  });
  return { ...answer, data: state.drawing.length > 0 ? answer.data : undefined };
}

export type TrajectoryAnswer = NonNullable<ReturnType<typeof useTrajectoryMatches>['data']>;
export type TrajectoryMatch = TrajectoryAnswer['matches'][number];
