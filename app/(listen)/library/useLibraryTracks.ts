'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTRPC } from '@/app/trpc';
import { useDebounced } from '@/app/ui/useDebounced';
import type { LibraryState } from './libraryUrl';

const pageSize = 100;

/** The tracks of the library that are asked for, page by page as the table is scrolled. */
export function useLibraryTracks({ text, sort, descending, missingOnly }: LibraryState) {
  const trpc = useTRPC();
  const settled = useDebounced(text.trim(), 150);
  const input = {
    text: settled || undefined,
    sort,
    descending,
    missingOnly: missingOnly || undefined,
    limit: pageSize,
  };
  const query = useInfiniteQuery(
    trpc.catalogue.trackPages.infiniteQueryOptions(input, {
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );
  const tracks = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data]);
  return { tracks, query };
}
