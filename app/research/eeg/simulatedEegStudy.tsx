'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTRPC } from '@/app/trpc';
import { FirstStudy } from '@/app/ui/study/firstStudy';

const job = { kind: 'simulate-eeg', label: 'the simulated study of EEG to start with' };

/** The study that a first visit has made. */
export function SimulatedEegStudy() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const begin = useMutation(trpc.eeg.studies.begin.mutationOptions());
  const onMade = useCallback(
    () => void queryClient.invalidateQueries(trpc.eeg.studies.list.queryFilter()),
    [queryClient, trpc],
  );
  return (
    <FirstStudy begin={begin} job={job} onMade={onMade}>
      A simulated study is being made to start with: 8 people who never were hear pieces of the demo music,
      and their EEG follows its emotion because it was put there.
    </FirstStudy>
  );
}
