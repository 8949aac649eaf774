'use client';

import { useQueries } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import type { EntropyCourse } from '@/app/ui/eeg/eegAnswers';
import type { Stretch } from './trialCourse';

interface Courses {
  /** One a band; null while they are read. */
  courses: EntropyCourse[] | null;
  error: { message: string } | null;
  retry: () => void;
}

/** Entropy of every band over a stretch of a recording. */
export function useEntropyCourses(
  recordingId: number,
  bands: readonly string[],
  { startSeconds, durationSeconds }: Stretch,
): Courses {
  const trpc = useTRPC();
  return useQueries({
    queries: bands.map((band) =>
      trpc.eeg.recordings.entropy.queryOptions(
        {
          ...{ recordingId, band, fromSeconds: startSeconds },
          ...(durationSeconds !== null && { toSeconds: startSeconds + durationSeconds }),
        },
        { staleTime: 60_000 },
      ),
    ),
    combine: (results): Courses => ({
      courses: results.every(({ data }) => data) ? results.flatMap(({ data }) => data ?? []) : null,
      error: results.find(({ error }) => error)?.error ?? null,
      retry: () => results.forEach((result) => void (result.error && result.refetch())),
    }),
  });
}
