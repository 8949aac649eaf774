'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTRPC } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { useMay } from '@/app/ui/caller/callerContext';
import { EmptyState } from '@/app/ui/message/message';

/** A film that another shares is worked on as a copy. */
export function SharedFilm({ projectId, name }: { projectId: number; name: string }) {
  const router = useRouter();
  const isMember = useMay('member');
  const copy = useMutation(
    useTRPC().film.projects.duplicate.mutationOptions({
      onSuccess: (made) => router.push(`/films/${made.projectId}`),
    }),
  );
  return (
    <EmptyState title={`“${name}” is shared with you`}>
      <p>It stays as it is. Take a copy to look at its cues and go on from there.</p>
      {isMember && (
        <Button isPending={copy.isPending} onPress={() => copy.mutate({ projectId })}>
          Take a copy
        </Button>
      )}
      {copy.error && <p role="alert">{copy.error.message}</p>}
    </EmptyState>
  );
}
