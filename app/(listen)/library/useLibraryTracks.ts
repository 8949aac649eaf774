'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC, type TrackSummary } from '@/app/trpc';
import { useDebounced } from '@/app/ui/useDebounced';
import type { LibraryState } from './libraryUrl';
import { firstWindow, windowRows, type RowRange } from './rowWindow';

/** Rows that are scrolled past faster are not asked for. */
const restMilliseconds = 80;
/** Windows that are out of sight are kept so long. */
const keptMilliseconds = 60_000;

type Asked = ReturnType<typeof useAsked>;

/** The tracks of the library that are asked for: how many there are, and those around the rows in sight. */
export function useLibraryTracks(state: LibraryState, inSight: RowRange) {
  const asked = useAsked(state);
  const first = useDebounced(firstWindow(inSight), restMilliseconds);
  const even = first + (first % 2);
  const odd = first + 1 - (first % 2);
  const answers = new Map([
    [even, useWindow(asked, even)],
    [odd, useWindow(asked, odd)],
  ]);
  // Tells how many there are, wherever one is.
  const head = useWindow(asked, 0);
  answers.set(0, head);
  return {
    head,
    total: head.data?.total ?? 0,
    trackAt: (row: number): TrackSummary | undefined =>
      answers.get(Math.floor(row / windowRows))?.data?.rows[row % windowRows],
    /** Those that are there, in order, for the player to go on with. */
    around: () =>
      [even, odd].toSorted((one, other) => one - other).flatMap((at) => answers.get(at)?.data?.rows ?? []),
  };
}

function useAsked({ text, sort, descending, missingOnly }: LibraryState) {
  const settled = useDebounced(text.trim(), 150);
  return { text: settled || undefined, sort, descending, missingOnly: missingOnly || undefined };
}

/** One window of rows. It is called off when another is asked for in its place; asked anew, it stays until the answer. */
function useWindow(asked: Asked, place: number) {
  const trpc = useTRPC();
  const input = { ...asked, offset: place * windowRows, limit: windowRows };
  return useQuery(
    trpc.catalogue.tracks.queryOptions(input, {
      trpc: { abortOnUnmount: true },
      gcTime: keptMilliseconds,
      placeholderData: (before, query) => (offsetIn(query?.queryKey) === input.offset ? before : undefined),
    }),
  );
}

function offsetIn(queryKey: readonly unknown[] | undefined): number | undefined {
  const [, asked] = (queryKey ?? []) as readonly [unknown?, { input?: { offset?: number } }?];
  return asked?.input?.offset;
}
