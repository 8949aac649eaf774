'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC, type Answers } from '@/app/trpc';

/** A track of the catalogue as the player and its drawings take it; null while it is not known, or where there is none. */
export function useTrackItem(trackId: number | null): Answers['catalogue']['track'] | null {
  const trpc = useTRPC();
  const { data } = useQuery({
    ...trpc.catalogue.track.queryOptions({ trackId: trackId ?? 1 }),
    enabled: trackId !== null,
  });
  return trackId === null ? null : (data ?? null);
}
