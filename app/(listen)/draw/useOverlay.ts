import { skipToken, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTRPC } from '@/app/trpc';
import { decodeCurve } from '@/app/ui/arrays';
import { overlayOf, type Overlay } from '@/app/ui/trajectory/overlay';
import type { DrawState } from './drawUrl';
import type { TrajectoryAnswer, TrajectoryMatch } from './useTrajectoryMatches';

/** How a match follows the drawing, once its curve has come; null while there is nothing to show. */
export function useOverlay(
  match: TrajectoryMatch | undefined,
  answer: TrajectoryAnswer | undefined,
  state: DrawState,
): Overlay | null {
  const trpc = useTRPC();
  const { data: track } = useQuery(
    trpc.catalogue.track.queryOptions(match ? { trackId: match.trackId } : skipToken),
  );
  const { drawing, scope } = state;
  return useMemo(() => {
    if (!match || !answer || track?.trackId !== match.trackId || drawing.length === 0) return null;
    const { blend, queryHopSeconds: queryHop } = answer;
    return overlayOf(match, decodeCurve(track.curve), { drawing, scope, blend, queryHop });
  }, [match, answer, track, drawing, scope]);
}
