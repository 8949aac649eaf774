'use client';

import { useEffect, useRef } from 'react';
import type { TrackSummary } from '@/app/trpc';
import { useColourScheme } from '@/app/ui/useColourScheme';
import type { Dimension } from '@/ml/affect/dimension';
import styles from './featureMap.module.css';
import type { MapPlaces } from './mapPlaces';
import { paintMarks } from './paintMarks';

interface MarksCanvasProps {
  tracks: readonly TrackSummary[];
  places: MapPlaces;
  colouring: Dimension;
  side: number;
}

/** Every mark of a map. Drawn anew when the maps, the colours or the size change, never on a pointer's move. */
export function MarksCanvas({ tracks, places, colouring, side }: MarksCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scheme = useColourScheme();
  useEffect(() => {
    const target = canvas.current;
    const context = target?.getContext('2d');
    if (!target || !context || side === 0) return;
    const ratio = window.devicePixelRatio;
    target.width = target.height = Math.round(side * ratio);
    paintMarks(context, { emotions: tracks, places, colouring, scheme }, { side, ratio });
  }, [tracks, places, colouring, side, scheme]);
  return <canvas ref={canvas} className={styles.marks} aria-hidden="true" />;
}
