'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTRPC, type Answers } from '@/app/trpc';
import { ProgressBar } from '@/app/ui/progressBar';
import styles from './firstStudy.module.css';

const askMilliseconds = 1000;
const kindOfJob = 'simulate-study';
const label = 'the simulated study to start with';

/** At the first visit has the study to start with made, and shows how far it is. */
export function FirstStudy() {
  const trpc = useTRPC();
  const { mutate, isIdle, data: begun, error } = useMutation(trpc.studies.begin.mutationOptions());
  const hasAsked = useRef(false);
  useEffect(() => {
    // Effects run twice in development; asked once is enough.
    if (hasAsked.current) return;
    hasAsked.current = true;
    mutate();
  }, [mutate]);
  const { data: queue } = useQuery({
    ...trpc.catalogue.queue.queryOptions(),
    enabled: !isIdle && begun !== undefined,
    refetchInterval: ({ state }) => (isMaking(state.data) ? askMilliseconds : false),
  });
  const making = isMaking(queue);
  useListWhenMade(making);
  if (error)
    return (
      <p className={styles.fault} role="alert">
        The study to start with could not be made: {error.message}
      </p>
    );
  if (!making) return null;
  const fraction = queue?.current.find((job) => job.label === label)?.progress ?? 0;
  return (
    <section className={styles.panel} aria-label="The study to start with">
      <p>
        A simulated study is being made to start with: 37 people who never were, three pieces, and effects
        that are known because they were put there.
      </p>
      <ProgressBar label="Making the simulated study" fraction={fraction} />
    </section>
  );
}

const isMaking = (queue: Answers['catalogue']['queue'] | undefined): boolean =>
  queue?.kinds.includes(kindOfJob) ?? false;

/** Once the study is made, the list has one more. */
function useListWhenMade(making: boolean): void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !making) void queryClient.invalidateQueries(trpc.studies.list.queryFilter());
    was.current = making;
  }, [making, queryClient, trpc]);
}
