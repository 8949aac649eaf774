'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTRPC } from '@/app/trpc';
import { FirstStudy } from '@/app/ui/study/firstStudy';

const job = { kind: 'simulate-study', label: 'the simulated study to start with' };

/** The study that a first visit has made. */
export function SimulatedStudy() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const begin = useMutation(trpc.studies.begin.mutationOptions());
  const onMade = useCallback(
    () => void queryClient.invalidateQueries(trpc.studies.list.queryFilter()),
    [queryClient, trpc],
  );
  return (
    <FirstStudy begin={begin} job={job} onMade={onMade}>
      A simulated study is being made to start with: 37 people who never were, three pieces, and effects that
      are known because they were put there.
    </FirstStudy>
  );
}
