'use client';

import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { EmptyState, ErrorState, LoadingState } from '@/app/ui/message/message';
import { JoinForm } from './joinForm';
import { readInvitation } from './readInvitation';

/** Behind #, where browsers send it to nobody; null until it can be read. */
function useSecret(): string | null {
  return useSyncExternalStore(
    (onChange) => {
      window.addEventListener('hashchange', onChange);
      return () => window.removeEventListener('hashchange', onChange);
    },
    () => window.location.hash.slice(1),
    () => null,
  );
}

/** Where a link of an invitation leads. */
export function JoinPage() {
  const secret = useSecret();
  const invitation = useQuery({
    queryKey: ['invitation', secret],
    queryFn: () => readInvitation(secret ?? ''),
    enabled: secret !== null,
    retry: false,
  });
  if (invitation.error)
    return (
      <ErrorState
        title="The invitation could not be read"
        error={invitation.error}
        onRetry={() => void invitation.refetch()}
      />
    );
  if (!invitation.data || secret === null) return <LoadingState>Reading the invitation</LoadingState>;
  if ('refusal' in invitation.data)
    return (
      <EmptyState title="This link leads nowhere">
        <p>{invitation.data.refusal}</p>
      </EmptyState>
    );
  return <JoinForm secret={secret} invitation={invitation.data.invitation} />;
}
