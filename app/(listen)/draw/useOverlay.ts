import { useMemo } from 'react';
import { decodeBytes } from '@/app/ui/arrays';
import { overlayOf, type Overlay } from '@/app/ui/trajectory/overlay';
import { decodeMeans } from '@/ml/affect/curveCodec';
import type { DrawState } from './drawUrl';
import type { TrajectoryAnswer, TrajectoryMatch } from './useTrajectoryMatches';

/** How a match follows the drawing; null while there is nothing to show. */
export function useOverlay(
  match: TrajectoryMatch | undefined,
  answer: TrajectoryAnswer | undefined,
  { drawing }: Pick<DrawState, 'drawing'>,
): Overlay | null {
  return useMemo(() => {
    if (!match || !answer || drawing.length === 0) return null;
    const { blend, queryHopSeconds: queryHop } = answer;
    const curve = decodeMeans(decodeBytes(match.curveBase64));
    return overlayOf({ ...match, curve }, { drawing, blend, queryHop });
  }, [match, answer, drawing]);
}
