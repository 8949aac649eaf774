'use client';

import { useMemo } from 'react';
import { cueOf, type CueQuestion } from '@/ml/film/cue';
import { useThrottled } from '@/app/ui/useThrottled';
import type { CueSection } from '@/app/ui/film/filmProject';
import type { KnownTrack } from '../useTracks';
import { distancesOf, fitOf, latestStart, type SectionFit } from './fitOf';

export interface TrackFit {
  /** Of the section as it is now; null where its music does not last through the cue. */
  fit: SectionFit | null;
  /** What the cue costs at each start, every half second. */
  distances: number[];
  /** The last start from which the music lasts through the cue, in seconds. */
  latestSeconds: number;
}

/** A drawing is followed this often. */
const everyMilliseconds = 80;

/** How a section fits its cue, followed while the drawing or the section changes; null where it cannot be told. */
export function useFit(
  question: CueQuestion | null,
  track: KnownTrack | null | undefined,
  section: CueSection | null,
): TrackFit | null {
  const drawn = useThrottled(question, everyMilliseconds);
  const landscape = useMemo(() => {
    if (!drawn || !track) return null;
    const cue = cueOf(drawn);
    return {
      distances: distancesOf(cue, track.curve),
      latestSeconds: latestStart(cue, track, drawn.durationSeconds),
    };
  }, [drawn, track]);
  const fit = useMemo(
    () => (drawn && track && section ? fitOf(drawn, track.curve, section) : null),
    [drawn, track, section],
  );
  return landscape && { fit, ...landscape };
}
