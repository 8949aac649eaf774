'use client';

import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTRPC, type Answers } from '@/app/trpc';
import type { EmotionCurve } from '@/ml/affect/emotionCurve';
import { curvePeaks } from '@/ml/film/curvePeaks';
import type { TrackEvents } from '@/ml/film/hitPoints';
import type { FilmCue } from '@/app/ui/film/filmProject';

/** The events of tracks as far as they are known. */
export interface KnownEvents {
  /** Where the arousal of a track peaks, and its beats and onsets; undefined while those are wanted and not known. */
  eventsOf: (trackId: number, curve: EmotionCurve) => TrackEvents | undefined;
  /** How many tracks are still to be listened to. */
  left: number;
}

/**
 * The events that hit points want of tracks. Beats and onsets have to be heard, which the server does for one track after
 * the other, in the order in which they are given; a track that cannot be heard has none.
 */
export function useTrackEvents(trackIds: readonly number[], hitPoints: FilmCue['hitPoints']): KnownEvents {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const isHeard = hitPoints.some(({ event }) => event !== 'peak');
  const asked = trackIds.map((trackId) => trpc.film.trackEvents.queryOptions({ trackId }));
  const next = asked.findIndex(({ queryKey }) => !isSettled(queryClient.getQueryState(queryKey)?.status));
  const { heard, left } = useQueries({
    queries: asked.map((options, place) => ({
      ...options,
      ...{ enabled: isHeard && place === next, staleTime: Infinity, gcTime: Infinity, retry: false },
    })),
    combine: (answers) => ({
      heard: answers.map(({ data, isError }, place) => ({ trackId: trackIds[place], data, isError })),
      left: isHeard ? answers.filter(({ status }) => !isSettled(status)).length : 0,
    }),
  });
  const eventsOf = useCallback<KnownEvents['eventsOf']>(
    (trackId, { arousal }) => {
      const peak = curvePeaks(arousal);
      if (!isHeard) return { beat: [], onset: [], peak };
      const found = heard.find((each) => each.trackId === trackId);
      if (found?.isError) return { beat: [], onset: [], peak };
      return found?.data && { ...soundEvents(found.data), peak };
    },
    [isHeard, heard],
  );
  return { eventsOf, left };
}

const isSettled = (status: string | undefined) => status === 'success' || status === 'error';

function soundEvents({ beats, onsets }: Answers['film']['trackEvents']): Omit<TrackEvents, 'peak'> {
  return { beat: beats, onset: onsets };
}
