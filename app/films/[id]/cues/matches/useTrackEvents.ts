'use client';

import { useMemo } from 'react';
import type { EmotionCurve } from '@/ml/affect/emotionCurve';
import { curvePeaks } from '@/ml/film/curvePeaks';
import type { TrackEvents } from '@/ml/film/hitPoints';

/** The events of tracks as far as they are known. */
export interface KnownEvents {
  eventsOf: (trackId: number, curve: EmotionCurve) => TrackEvents | undefined;
}

/** Where the arousal of each track peaks. */
export function useTrackEvents(): KnownEvents {
  return useMemo(
    () => ({
      eventsOf: (_trackId, { arousal }) => ({ beat: [], onset: [], peak: curvePeaks(arousal) }),
    }),
    [],
  );
}
