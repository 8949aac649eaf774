'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTRPC } from '@/app/trpc';
import { ProgressBar } from '../progressBar';
import styles from './firstStudy.module.css';

const askMilliseconds = 1000;

interface FirstStudyProps {
  /** Asks the server to have it made, which it does once. */
  begin: { mutate: () => void; isSuccess: boolean; error: { message: string } | null };
  /** The kind and the label of the job that makes it. */
  job: { kind: string; label: string };
  /** Told when it is made. */
  onMade: () => void;
  /** What is being made, in a sentence. */
  children: ReactNode;
}

/** At the first visit has the study to start with made, and shows how far it is. */
export function FirstStudy({ begin, job, onMade, children }: FirstStudyProps) {
  const { mutate, isSuccess, error } = begin;
  const hasAsked = useRef(false);
  useEffect(() => {
    // Effects run twice in development; asked once is enough.
    if (hasAsked.current) return;
    hasAsked.current = true;
    mutate();
  }, [mutate]);
  const progress = useJobProgress(job, isSuccess);
  useWhenMade(progress !== null, onMade);
  if (error)
    return (
      <p className={styles.fault} role="alert">
        The study to start with could not be made: {error.message}
      </p>
    );
  if (progress === null) return null;
  return (
    <section className={styles.panel} aria-label="The study to start with">
      <p>{children}</p>
      <ProgressBar label="Making the simulated study" fraction={progress} />
    </section>
  );
}

/** How far jobs of a kind are, asked again while there are any; null where there are none. */
function useJobProgress({ kind, label }: FirstStudyProps['job'], enabled: boolean): number | null {
  const trpc = useTRPC();
  const { data: queue } = useQuery({
    ...trpc.catalogue.queue.queryOptions(),
    enabled,
    refetchInterval: ({ state }) => (state.data?.kinds.includes(kind) ? askMilliseconds : false),
  });
  if (!queue?.kinds.includes(kind)) return null;
  return queue.current.find((job) => job.label === label)?.progress ?? 0;
}

function useWhenMade(making: boolean, onMade: () => void): void {
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !making) onMade();
    was.current = making;
  }, [making, onMade]);
}
