'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTRPC } from '@/app/trpc';
import { NewStudy } from '@/app/ui/study/newStudy';
import { studyLink } from '@/app/ui/study/studyLinks';

/** Names a study and goes to it, where files are brought. */
export function BeginStudy() {
  const trpc = useTRPC();
  const router = useRouter();
  const create = useMutation(
    trpc.studies.create.mutationOptions({ onSuccess: ({ studyId }) => router.push(studyLink(studyId)) }),
  );
  return (
    <NewStudy
      onCreate={(title) => create.mutate({ title })}
      isPending={create.isPending}
      error={create.error}
    />
  );
}
