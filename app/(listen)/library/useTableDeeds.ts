'use client';

import { useRouter } from 'next/navigation';
import { useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { usePlayer } from '@/app/ui/player/playerContext';
import { headRow } from './tableKeys';
import type { useLibraryTracks } from './useLibraryTracks';
import { rowOf } from './useTableWalk';

interface TableDeeds {
  tracks: ReturnType<typeof useLibraryTracks>;
  chosen: ReadonlySet<number>;
  onChosen: (chosen: ReadonlySet<number>) => void;
  onChooseAll: () => void;
  /** Asked for all rows from one to another. */
  onChooseRange: (rows: [from: number, to: number]) => void;
}

const none: ReadonlySet<number> = new Set();

/** What is done to the rows of the table by presses and by keys: they are chosen, heard, and lead to their tracks. */
export function useTableDeeds({ tracks, chosen, onChosen, onChooseAll, onChooseRange }: TableDeeds) {
  const router = useRouter();
  const player = usePlayer();
  // Where a range begins that is chosen next.
  const lastChosen = useRef(0);
  const choose = (row: number, isChosen?: boolean) => {
    const track = tracks.trackAt(row);
    if (!track) return;
    lastChosen.current = row;
    const next = new Set(chosen);
    if (isChosen ?? !next.has(track.trackId)) next.add(track.trackId);
    else next.delete(track.trackId);
    onChosen(next);
  };
  const open = (row: number) => {
    const track = tracks.trackAt(row);
    if (track) router.push(`/tracks/${track.trackId}`);
  };
  const play = (row: number) => {
    const track = tracks.trackAt(row);
    if (!track || track.missing) return;
    if (player.item?.trackId === track.trackId) player.toggle();
    else player.play(track, { list: tracks.around().filter(({ missing }) => !missing) });
  };
  return {
    /** The track that sounds, or is about to. */
    soundingId: player.playing || player.waiting ? player.item?.trackId : undefined,
    chooseNone: () => onChosen(none),
    onKey: (event: KeyboardEvent, row: number) => {
      const isOnRow = event.target === rowOf(event.target);
      if (event.key === 'Escape') onChosen(none);
      else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) onChooseAll();
      else if (event.shiftKey && row !== headRow && event.key.startsWith('Arrow')) choose(row, true);
      else if (isOnRow && event.key === ' ') choose(row);
      else if (isOnRow && event.key === 'Enter') open(row);
      else return;
      event.preventDefault();
    },
    /** With Shift a range of rows is chosen, not a text. */
    onMouseDown: (event: MouseEvent) => {
      if (event.shiftKey) event.preventDefault();
    },
    onClick: (event: MouseEvent) => {
      const element = rowOf(event.target);
      if (!element || !(event.target instanceof Element)) return;
      const row = Number(element.dataset.row);
      const deed = event.target.closest<HTMLElement>('[data-deed]')?.dataset.deed;
      if (deed === 'choose' && event.shiftKey) onChooseRange([lastChosen.current, row]);
      else if (deed === 'choose') choose(row);
      else if (deed === 'play') play(row);
      else if (!event.target.closest('a, button, label')) open(row);
    },
  };
}
