'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import { decodeInt32 } from '@/app/ui/arrays';
import type { LibraryState } from './libraryUrl';

/** Chooses every track that the table would show, also those that are not there yet. */
export function useChooseAll(
  { text, missingOnly }: LibraryState,
  onChosen: (chosen: ReadonlySet<number>) => void,
) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const input = { text: text.trim() || undefined, missingOnly: missingOnly || undefined };
  return useMutation({
    mutationFn: () => queryClient.fetchQuery(trpc.catalogue.trackIds.queryOptions(input)),
    onSuccess: ({ idsBase64 }) => onChosen(new Set(decodeInt32(idsBase64))),
  });
}
