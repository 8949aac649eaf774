'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useTRPC } from '@/app/trpc';
import type { EegStudy } from './eegAnswers';

const askMilliseconds = 1000;

/** A study, asked again while a recording is read or a model is trained. */
export function useEegStudy(initial: EegStudy): EegStudy {
  const trpc = useTRPC();
  const { data } = useQuery({
    ...trpc.eeg.studies.get.queryOptions({ studyId: initial.id }),
    initialData: initial,
    refetchInterval: ({ state }) => (state.data && isBusy(state.data) ? askMilliseconds : false),
  });
  useRefreshWhenLess(data.recordings.filter(({ job }) => job && isOpen(job.state)).length);
  return data;
}

export const isOpen = (state: string): boolean => state === 'queued' || state === 'running';

const isBusy = ({ recordings, models }: EegStudy): boolean =>
  recordings.some(({ job }) => job && isOpen(job.state)) || models.some(({ state }) => isOpen(state));

/** Asks everything of EEG anew. */
export function useRefreshEeg(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useCallback(() => queryClient.invalidateQueries(trpc.eeg.pathFilter()), [queryClient, trpc]);
}

/** Asks everything anew as soon as fewer jobs are open than before: what they did is to be seen. */
export function useRefreshWhenLess(open: number): void {
  const refresh = useRefreshEeg();
  const before = useRef(open);
  useEffect(() => {
    if (open < before.current) void refresh();
    before.current = open;
  }, [open, refresh]);
}
