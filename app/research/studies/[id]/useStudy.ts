'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useTRPC } from '@/app/trpc';
import type { Study } from '@/app/ui/study/studyAnswers';

const askMilliseconds = 1000;

/** A study, asked again while work on it is under way. */
export function useStudy(initial: Study): Study {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: study } = useQuery({
    ...trpc.studies.get.queryOptions({ studyId: initial.id }),
    initialData: initial,
    refetchInterval: ({ state }) => (state.data && isBusy(state.data) ? askMilliseconds : false),
  });
  const reading = study.jobs.length;
  const before = useRef(reading);
  useEffect(() => {
    // What was read has its problems, and files that wait may be fewer.
    if (reading < before.current) {
      void queryClient.invalidateQueries(trpc.studies.check.queryFilter());
      void queryClient.invalidateQueries(trpc.studies.mapping.queryFilter());
    }
    before.current = reading;
  }, [reading, queryClient, trpc]);
  return study;
}

const isBusy = ({ jobs, analyses }: Study): boolean =>
  jobs.length > 0 || analyses.some(({ state }) => state === 'queued' || state === 'running');

/** Asks a study and all that is told of it anew. */
export function useRefreshStudy(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useCallback(async () => {
    await Promise.all([
      queryClient.invalidateQueries(trpc.studies.get.queryFilter()),
      queryClient.invalidateQueries(trpc.studies.check.queryFilter()),
      queryClient.invalidateQueries(trpc.studies.mapping.queryFilter()),
    ]);
  }, [queryClient, trpc]);
}
