'use client';

import { useCallback } from 'react';
import type { TrackSummary } from '@/app/trpc';
import { PaintedCanvas, type Paint } from '@/app/ui/paintedCanvas';
import type { MapColouring } from './mapColours';
import type { MapPlaces } from './mapPlaces';
import { paintMarks } from './paintMarks';

interface MarksCanvasProps {
  tracks: readonly TrackSummary[];
  places: MapPlaces;
  colouring: MapColouring;
  side: number;
}

/** Every mark of a map, on a square of `side` CSS pixels. */
export function MarksCanvas({ tracks, places, colouring, side }: MarksCanvasProps) {
  const paint = useCallback<Paint>(
    (context, ground) => paintMarks(context, ground, { emotions: tracks, places, colouring }),
    [tracks, places, colouring],
  );
  return <PaintedCanvas paint={paint} width={side} />;
}
