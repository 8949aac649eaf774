'use client';

import type { Figure } from '@/ml/figure/figure';
import type { PlayItem } from '../player/playQueue';
import { PlotSurface } from './plotSurface';
import { useMoment } from './useMoment';

interface FigureMomentProps {
  /** A figure over the time of a piece, with one row of names above its plot. */
  figure: Figure;
  /** The piece. */
  item: PlayItem;
  /** The moments at the left and at the right edge of the plot. */
  fromSeconds: number;
  toSeconds: number;
}

/** The moment that is heard, over a plot; a press or a key goes to another. */
export function FigureMoment({ figure, item, fromSeconds, toSeconds }: FigureMomentProps) {
  const { seconds, isHeard, goTo, toggle } = useMoment(item);
  return (
    <PlotSurface
      figure={figure}
      label="Moment of the piece"
      fromSeconds={fromSeconds}
      toSeconds={toSeconds}
      now={isHeard ? Math.min(toSeconds, Math.max(fromSeconds, seconds)) : fromSeconds}
      marked={isHeard}
      onSeek={goTo}
      onPress={toggle}
    />
  );
}
