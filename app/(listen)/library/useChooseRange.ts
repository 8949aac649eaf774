'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import { decodeInt32 } from '@/app/ui/arrays';
import type { LibraryState } from './libraryUrl';

interface RangeChoice {
  chosen: ReadonlySet<number>;
  onChosen: (chosen: ReadonlySet<number>) => void;
}

/** Chooses every track between two rows of the table, both included, also those that are not there yet. */
export function useChooseRange(
  { text, sort, descending, missingOnly }: LibraryState,
  { chosen, onChosen }: RangeChoice,
) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ([from, to]: [from: number, to: number]) =>
      queryClient.fetchQuery(
        trpc.catalogue.trackRange.queryOptions({
          text: text.trim() || undefined,
          sort,
          descending,
          missingOnly: missingOnly || undefined,
          offset: Math.min(from, to),
          limit: Math.abs(to - from) + 1,
        }),
      ),
    onSuccess: ({ idsBase64 }) => onChosen(new Set([...chosen, ...decodeInt32(idsBase64)])),
  });
}
