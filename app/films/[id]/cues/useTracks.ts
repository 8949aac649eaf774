'use client';

import { useQueries } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import { decodeCurve } from '@/app/ui/arrays';
import type { EmotionCurve } from '@/ml/affect/emotionCurve';

/** A track that cues name, with its whole curve. */
export interface KnownTrack {
  trackId: number;
  title: string;
  artist: string | null;
  durationSeconds: number;
  curve: EmotionCurve;
  /** No file of it is on disk. */
  missing: boolean;
}

/** What is known of each track; null where it cannot be had, nothing while it is on its way. */
export type KnownTracks = ReadonlyMap<number, KnownTrack | null>;

/** The tracks of these numbers, each asked for once. */
export function useTracks(trackIds: readonly number[]): KnownTracks {
  const trpc = useTRPC();
  return useQueries({
    queries: trackIds.map((trackId) => ({
      ...trpc.catalogue.track.queryOptions({ trackId }),
      ...{ staleTime: Infinity, select: knownTrack, retry: false },
    })),
    combine: (answers) =>
      new Map(
        answers.flatMap(({ data, isError }, place): [number, KnownTrack | null][] =>
          data || isError ? [[trackIds[place], data ?? null]] : [],
        ),
      ),
  });
}

type Detail = Omit<KnownTrack, 'curve'> & { curve: { count: number; valuesBase64: string } };

function knownTrack({ trackId, title, artist, durationSeconds, missing, curve }: Detail): KnownTrack {
  return { trackId, title, artist, durationSeconds, missing, curve: decodeCurve(curve) };
}
