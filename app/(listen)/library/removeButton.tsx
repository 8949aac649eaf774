'use client';

import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import { ConfirmButton } from '@/app/ui/confirm/confirmButton';
import { formatCount } from '@/app/ui/format';
import { useRefreshCatalogue } from './useRefreshCatalogue';

export interface RemoveButtonProps {
  chosen: ReadonlySet<number>;
  onRemoved: () => void;
}

/** The server takes as many at once. */
const mostAtOnce = 10_000;

/** Removes the chosen tracks after asking; says what becomes of the files. */
export function RemoveButton({ chosen, onRemoved }: RemoveButtonProps) {
  const trpc = useTRPC();
  const refresh = useRefreshCatalogue();
  const some = useMutation(trpc.catalogue.remove.mutationOptions());
  const remove = useMutation({
    mutationFn: async () => {
      const trackIds = [...chosen];
      for (let first = 0; first < trackIds.length; first += mostAtOnce)
        await some.mutateAsync({ trackIds: trackIds.slice(first, first + mostAtOnce) });
    },
    onSuccess: onRemoved,
    // Also after a failure: a part of many may be gone.
    onSettled: refresh,
  });
  if (chosen.size === 0) return null;
  const count = formatCount(chosen.size, 'track');
  return (
    <ConfirmButton
      label={`Remove ${count}`}
      deed="Remove"
      title={`Remove ${count} from the library?`}
      error={remove.error}
      isPending={remove.isPending}
      onConfirm={(close) => remove.mutate(undefined, { onSuccess: close })}
    >
      What was heard in the music is forgotten, your corrections too. Files you named or keep in a watched
      folder stay on disk; uploads are deleted.
    </ConfirmButton>
  );
}
