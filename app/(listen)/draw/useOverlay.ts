import { useMemo, useState } from 'react';
import { decodeBytes } from '@/app/ui/arrays';
import { overlayOf, type Overlay } from '@/app/ui/trajectory/overlay';
import { decodeMeans } from '@/ml/affect/curveCodec';
import type { DrawState } from './drawUrl';
import type { TrajectoryAnswer, TrajectoryMatch } from './useTrajectoryMatches';

/** From this share of the shape on, a match may be shown at the drawing's own scale. */
const shapeShare = 0.5;

/** How a match follows the drawing, at its true level until asked for at the drawing's scale; null while there is nothing to show. */
export function useOverlay(
  match: TrajectoryMatch | undefined,
  answer: TrajectoryAnswer | undefined,
  { drawing }: Pick<DrawState, 'drawing'>,
): Overlay | null {
  const [scaled, setScaled] = useState(false);
  return useMemo(() => {
    if (!match || !answer || drawing.length === 0) return null;
    const { blend, floor, queryHopSeconds: queryHop } = answer;
    const curve = decodeMeans(decodeBytes(match.curveBase64));
    const byShape = blend >= shapeShare;
    const overlay = overlayOf({ ...match, curve }, { drawing, floor, queryHop, scaled: scaled && byShape });
    return { ...overlay, onScaled: byShape ? setScaled : undefined };
  }, [match, answer, drawing, scaled]);
}
