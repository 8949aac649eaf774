'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC, type Answers } from '@/app/trpc';

/** An edit of a track for a cue, or why there is none. */
export type FitAnswer = Answers['film']['fitLength'];

/** Asking for an edit: it takes some seconds for each minute of music, and can be stopped. */
export interface FitLength {
  answer: FitAnswer | undefined;
  /** True where the cue, its curve or what counts was changed since. */
  isOutdated: boolean;
  isAsking: boolean;
  error: { message: string } | null;
  ask: () => void;
  stop: () => void;
}

/** @param cueKey - tells one state of what the edit is to follow from another */
export function useFitLength(
  input: { projectId: number; cueId: string; trackId: number; mayStretch: boolean },
  cueKey: string,
): FitLength {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [askedKey, setAskedKey] = useState<string | null>(null);
  const options = trpc.film.fitLength.queryOptions(input, { trpc: { abortOnUnmount: true } });
  const query = useQuery({ ...options, enabled: false, retry: false, gcTime: 0 });
  return {
    answer: query.data,
    isOutdated: askedKey !== cueKey,
    isAsking: query.isFetching,
    error: query.isFetching ? null : query.error,
    ask: () => {
      setAskedKey(cueKey);
      void query.refetch();
    },
    stop: () => void queryClient.cancelQueries({ queryKey: options.queryKey }),
  };
}
