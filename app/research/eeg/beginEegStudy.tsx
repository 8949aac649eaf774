'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTRPC } from '@/app/trpc';
import { eegStudyLink } from '@/app/ui/eeg/eegLinks';
import { NewStudy } from '@/app/ui/study/newStudy';

/** Names a study and goes to it, where recordings are brought. */
export function BeginEegStudy() {
  const trpc = useTRPC();
  const router = useRouter();
  const create = useMutation(
    trpc.eeg.studies.create.mutationOptions({
      onSuccess: ({ studyId }) => router.push(eegStudyLink(studyId)),
    }),
  );
  return (
    <NewStudy
      onCreate={(title) => create.mutate({ title })}
      isPending={create.isPending}
      error={create.error}
    />
  );
}
