'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/app/trpc';
import { ConfirmButton } from '@/app/ui/confirm/confirmButton';
import { Choice } from '@/app/ui/field/choice';
import type { Fate } from '@/server/people/removePerson';

const fates = [
  { value: 'handOver', name: 'become yours' },
  { value: 'delete', name: 'are deleted' },
] as const satisfies { value: Fate; name: string }[];

/** Takes somebody off the people, once it is said what becomes of what is theirs. */
export function RemovePerson({ personId, name }: { personId: number; name: string }) {
  const { people } = useTRPC();
  const queries = useQueryClient();
  const [fate, setFate] = useState<Fate>('handOver');
  const remove = useMutation(people.remove.mutationOptions());
  return (
    <ConfirmButton
      quiet
      label="Remove"
      deed="Remove"
      title={`Remove ${name}?`}
      error={remove.error}
      isPending={remove.isPending}
      onConfirm={(close) =>
        remove.mutate(
          { personId, fate },
          { onSuccess: () => void queries.invalidateQueries(people.pathFilter()).then(close) },
        )
      }
      choice={<Choice label="Their films and studies" value={fate} options={fates} onChange={setFate} />}
    >
      They are signed out, their tokens end, and their corrections go. Music that they brought stays.
    </ConfirmButton>
  );
}
