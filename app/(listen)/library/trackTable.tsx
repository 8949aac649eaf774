'use client';

import { useRef, useState, type CSSProperties } from 'react';
import { EmptyState, ErrorState } from '@/app/ui/message/message';
import type { LibraryState } from './libraryUrl';
import type { RowRange } from './rowWindow';
import { headRow } from './tableKeys';
import styles from './trackTable.module.css';
import { TrackTableHead } from './trackTableHead';
import { TrackTableRow } from './trackTableRow';
import { useChooseRange } from './useChooseRange';
import { useLibraryTracks } from './useLibraryTracks';
import { useRowsInSight } from './useRowsInSight';
import { useTableDeeds } from './useTableDeeds';
import { useTableWalk } from './useTableWalk';

interface TrackTableProps {
  state: LibraryState;
  onChange: (part: Partial<LibraryState>) => void;
  chosen: ReadonlySet<number>;
  onChosen: (chosen: ReadonlySet<number>) => void;
}

/**
 * The library as a table, of which only the rows around those in sight are there. It is sorted by its headings, its rows
 * are chosen by their boxes, and one leads to its track.
 */
export function TrackTable({ state, onChange, chosen, onChosen }: TrackTableProps) {
  const table = useRef<HTMLDivElement>(null);
  const [body, setBody] = useState<HTMLDivElement | null>(null);
  const inSight = useRowsInSight(body);
  const tracks = useLibraryTracks(state, inSight);
  const { head, total } = tracks;
  const range = useChooseRange(state, { chosen, onChosen });
  const chooseAll = () => range.mutate([0, total - 1]);
  const deeds = useTableDeeds({
    tracks,
    chosen,
    onChosen,
    onChooseAll: chooseAll,
    onChooseRange: range.mutate,
  });
  const { row: current, ...walk } = useTableWalk({ table, total, onKey: deeds.onKey });
  const error = head.error ?? range.error;
  if (error)
    return (
      <ErrorState
        title="The library could not be read"
        error={error}
        onRetry={() => (head.error ? void head.refetch() : range.reset())}
      />
    );
  if (total === 0) return <NoTracks pending={head.isPending} state={state} />;

  return (
    <div
      ref={table}
      role="grid"
      aria-label="Tracks"
      aria-rowcount={total + 1}
      aria-multiselectable="true"
      className={styles.table}
      data-stale={head.isPlaceholderData || undefined}
      {...walk}
    >
      <TrackTableHead
        state={state}
        onSort={(sort) => onChange({ sort, descending: state.sort === sort && !state.descending })}
        choice={chosen.size === 0 ? 'none' : chosen.size >= total ? 'all' : 'some'}
        onChoose={() => (chosen.size >= total ? deeds.chooseNone() : chooseAll())}
        reachable={current === headRow}
      />
      <div
        ref={setBody}
        role="rowgroup"
        className={styles.body}
        style={{ '--rows': total } as CSSProperties}
        onMouseDown={deeds.onMouseDown}
        onClick={deeds.onClick}
      >
        {rowsThere(inSight, { total, row: current }).map((row) => {
          const track = tracks.trackAt(row);
          return (
            <TrackTableRow
              key={row}
              row={row}
              track={track}
              isChosen={track !== undefined && chosen.has(track.trackId)}
              isSounding={track !== undefined && deeds.soundingId === track.trackId}
              reachable={row === current}
            />
          );
        })}
      </div>
    </div>
  );
}

/** The rows around those in sight and the one where the keys are, in order. */
function rowsThere({ first, last }: RowRange, { total, row }: { total: number; row: number }): number[] {
  const end = Math.min(last, total);
  const start = Math.min(first, end);
  const rows = Array.from({ length: end - start }, (_, index) => start + index);
  if (row === headRow || (row >= start && row < end)) return rows;
  return row < start ? [row, ...rows] : [...rows, row];
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
