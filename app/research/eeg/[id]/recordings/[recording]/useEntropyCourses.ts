'use client';

import { useQueries } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import type { EntropyCourse } from '@/app/ui/eeg/eegAnswers';

interface Courses {
  /** One a band; null while they are read. */
  courses: EntropyCourse[] | null;
  error: { message: string } | null;
  retry: () => void;
}

/** Entropy of every band over a whole recording. */
export function useEntropyCourses(recordingId: number, bands: readonly string[]): Courses {
  const trpc = useTRPC();
  return useQueries({
    queries: bands.map((band) =>
      trpc.eeg.recordings.entropy.queryOptions({ recordingId, band }, { staleTime: 60_000 }),
    ),
    combine: (results): Courses => ({
      courses: results.every(({ data }) => data) ? results.flatMap(({ data }) => data ?? []) : null,
      error: results.find(({ error }) => error)?.error ?? null,
      retry: () => results.forEach((result) => void (result.error && result.refetch())),
    }),
  });
}
