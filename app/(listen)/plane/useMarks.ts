import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTRPC } from '@/app/trpc';
import { decodeInt32 } from '@/app/ui/arrays';
import { filterOf, type Narrowed } from '@/app/ui/narrow/narrowUrl';
import { useDebounced } from '@/app/ui/useDebounced';
import { decodeMarks, noMarks, partMarks } from './marks';

const restMilliseconds = 150;

/** Every track of the library as a mark, those that a narrowing leaves out apart. */
export function useMarks(narrowed: Narrowed) {
  const trpc = useTRPC();
  const library = useQuery(trpc.catalogue.marks.queryOptions());
  const all = useMemo(() => (library.data ? decodeMarks(library.data) : noMarks), [library.data]);
  // As text it stays the same while nothing in it changes.
  const settled = useDebounced(JSON.stringify(filterOf(narrowed) ?? null), restMilliseconds);
  const filter = JSON.parse(settled) as ReturnType<typeof filterOf> | null;
  const kept = useQuery({
    ...trpc.catalogue.trackIds.queryOptions(filter ?? {}),
    enabled: filter !== null,
    placeholderData: keepPreviousData,
  });
  const idsBase64 = filter === null ? undefined : kept.data?.idsBase64;
  const { within, without } = useMemo(
    () =>
      idsBase64 === undefined
        ? { within: all, without: noMarks }
        : partMarks(all, new Set(decodeInt32(idsBase64))),
    [all, idsBase64],
  );
  return { library, all, within, without };
}
