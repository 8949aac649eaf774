'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useTRPC, type Answers } from '@/app/trpc';
import type { Upload, UploadStore } from '@/app/ui/upload/uploadStore';

type Standing = Answers['catalogue']['jobs'][number];

/** As many are followed at once; what came before has ended long ago. */
const mostFollowed = 1000;
const lookEveryMilliseconds = 1000;
const none: readonly Upload[] = [];

/** What becomes of files that have arrived, in words, until they are in the library or have failed. */
export function useUploadFates(store: UploadStore): (upload: Upload) => string | undefined {
  const trpc = useTRPC();
  const uploads = useSyncExternalStore(store.subscribe, store.getUploads, () => none);
  const jobIds = uploads.flatMap(({ jobId }) => jobId ?? []).slice(-mostFollowed);
  const { data: standings = [] } = useQuery({
    ...trpc.catalogue.jobs.queryOptions({ jobIds }),
    enabled: jobIds.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.every(hasEnded) === true ? false : lookEveryMilliseconds),
  });
  const byJob = new Map(standings.map((standing) => [standing.jobId, standing]));
  return ({ jobId }) => {
    const standing = jobId ? byJob.get(jobId) : undefined;
    return standing && fateOf(standing);
  };
}

const hasEnded = ({ state }: Standing) => state !== 'queued' && state !== 'running';

function fateOf({ state, progress, failure, warning }: Standing): string {
  switch (state) {
    case 'queued':
      return 'sent; listening comes next';
    case 'running':
      return `listening, ${Math.round(100 * progress)} %`;
    case 'done':
      return warning ? `in the library; ${warning}` : 'in the library';
    case 'cancelled':
      return 'sent; listening was stopped';
    case 'failed':
      return failure ?? 'could not be read';
  }
}
