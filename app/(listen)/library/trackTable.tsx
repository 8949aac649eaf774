'use client';

import { useRouter } from 'next/navigation';
import { Column, Table, TableBody, TableHeader, type Selection } from 'react-aria-components';
import type { TrackSummary } from '@/app/trpc';
import { Icon } from '@/app/ui/glyph';
import { EmptyState, ErrorState } from '@/app/ui/message/message';
import { ChoiceBox } from './choiceBox';
import { columns, type LibraryState, type SortColumn } from './libraryUrl';
import styles from './trackTable.module.css';
import { TrackTableRow } from './trackTableRow';
import { useLibraryTracks } from './useLibraryTracks';
import { useNearEnd } from './useNearEnd';

export interface TrackTableProps {
  state: LibraryState;
  onChange: (part: Partial<LibraryState>) => void;
  chosen: ReadonlySet<number>;
  onChosen: (chosen: ReadonlySet<number>) => void;
}

/** The library as a table: sortable, selectable, and filled as it is scrolled. A row leads to its track. */
export function TrackTable({ state, onChange, chosen, onChosen }: TrackTableProps) {
  const { tracks, query } = useLibraryTracks(state);
  const router = useRouter();
  // A page asked for while an answer is on its way would call that answer off.
  const end = useNearEnd(query.hasNextPage && !query.isFetching, () => void query.fetchNextPage());
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
    <>
      <Table
        aria-label="Tracks"
        className={styles.table}
        selectionMode="multiple"
        selectionBehavior="toggle"
        selectedKeys={chosen}
        onSelectionChange={(selection) => onChosen(idsOf(selection, tracks))}
        onRowAction={(trackId) => router.push(`/tracks/${trackId}`)}
        sortDescriptor={{ column: state.sort, direction: state.descending ? 'descending' : 'ascending' }}
        onSortChange={({ column, direction }) =>
          onChange({ sort: column as SortColumn, descending: direction === 'descending' })
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
        <TableBody
          items={tracks}
          dependencies={[tracks]}
          renderEmptyState={() => <NoTracks pending={query.isPending} state={state} />}
        >
          {(track) => <TrackTableRow id={track.trackId} track={track} list={tracks} />}
        </TableBody>
      </Table>
      <div ref={end} className={styles.more} role="status">
        {query.isFetchingNextPage && 'Loading more…'}
      </div>
    </>
  );
}

function idsOf(selection: Selection, tracks: readonly TrackSummary[]): ReadonlySet<number> {
  return new Set(selection === 'all' ? tracks.map(({ trackId }) => trackId) : [...selection].map(Number));
}

function NoTracks({ pending, state }: { pending: boolean; state: LibraryState }) {
  if (pending) return <EmptyState title="Reading the library…" />;
  if (state.text.trim())
    return <EmptyState title="No track has all these words">Try fewer of them.</EmptyState>;
  if (state.missingOnly)
    return <EmptyState title="Nothing is missing">Every file is where it was last seen.</EmptyState>;
  return (
    <EmptyState title="No music yet">
      Drop files above, choose them, or watch a folder on the server. Each track appears here as soon as it
      has been listened to.
    </EmptyState>
  );
}
