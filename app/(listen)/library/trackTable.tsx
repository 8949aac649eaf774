'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  Checkbox,
  Collection,
  Column,
  Table,
  TableBody,
  TableHeader,
  TableLoadMoreItem,
  type Selection,
} from 'react-aria-components';
import { useTRPC, type TrackSummary } from '@/app/trpc';
import { Icon } from '@/app/ui/glyph';
import { EmptyState, ErrorState } from '@/app/ui/message/message';
import { useDebounced } from '@/app/ui/useDebounced';
import { columns, type LibraryState, type SortColumn } from './libraryUrl';
import styles from './trackTable.module.css';
import { TrackTableRow } from './trackTableRow';

const pageSize = 100;

export interface TrackTableProps {
  state: LibraryState;
  onState: (state: LibraryState) => void;
  chosen: ReadonlySet<number>;
  onChosen: (chosen: ReadonlySet<number>) => void;
}

/** The library as a table: sortable, selectable, and filled as it is scrolled. */
export function TrackTable({ state, onState, chosen, onChosen }: TrackTableProps) {
  const { tracks, query } = useTracks(state);
  if (query.error) {
    return (
      <ErrorState
        title="The library could not be read"
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    );
  }
  return (
    <Table
      aria-label="Tracks"
      className={styles.table}
      selectionMode="multiple"
      selectionBehavior="toggle"
      selectedKeys={chosen}
      onSelectionChange={(selection) => onChosen(idsOf(selection, tracks))}
      sortDescriptor={{ column: state.sort, direction: state.descending ? 'descending' : 'ascending' }}
      onSortChange={({ column, direction }) =>
        onState({ ...state, sort: column as SortColumn, descending: direction === 'descending' })
      }
    >
      <TableHeader className={styles.header}>
        <Column className={styles.choice}>
          <ChoiceBox />
        </Column>
        <Column className={styles.player}>
          <span className="heard">Play</span>
        </Column>
        {columns.map(({ id, name }) => (
          <Column
            key={id}
            id={id}
            allowsSorting
            isRowHeader={id === 'title'}
            className={`${styles.heading} ${styles[id]}`}
          >
            {({ sortDirection }) => (
              <span className={styles.sort} data-direction={sortDirection}>
                {name}
                <Icon name="chevron" size={10} />
              </span>
            )}
          </Column>
        ))}
        <Column className={styles.curve}>Curve</Column>
      </TableHeader>
      <TableBody renderEmptyState={() => <NoTracks pending={query.isPending} filtered={state.text !== ''} />}>
        <Collection items={tracks}>
          {(track) => <TrackTableRow key={track.trackId} id={track.trackId} track={track} list={tracks} />}
        </Collection>
        <TableLoadMoreItem
          onLoadMore={() => void query.fetchNextPage()}
          isLoading={query.isFetchingNextPage}
          className={styles.more}
        >
          Loading more…
        </TableLoadMoreItem>
      </TableBody>
    </Table>
  );
}

function useTracks({ text, sort, descending, missingOnly }: LibraryState) {
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

function idsOf(selection: Selection, tracks: readonly TrackSummary[]): ReadonlySet<number> {
  return new Set(selection === 'all' ? tracks.map(({ trackId }) => trackId) : [...selection].map(Number));
}

/** The box that chooses a row, or in the head all rows that are shown. */
export function ChoiceBox() {
  return (
    <Checkbox slot="selection" className={styles.box}>
      <span className={styles.tick} aria-hidden="true" />
    </Checkbox>
  );
}

function NoTracks({ pending, filtered }: { pending: boolean; filtered: boolean }) {
  if (pending) return <EmptyState title="Reading the library…" />;
  if (filtered) return <EmptyState title="No track has all these words">Try fewer of them.</EmptyState>;
  return <EmptyState title="No music yet">Drop files above, or watch a folder on the server.</EmptyState>;
}
