'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTRPC, type TrackSummary } from '@/app/trpc';
import { Button } from '../button';
import { SearchInput } from '../field/searchInput';
import { formatClock } from '../format';
import { useDebounced } from '../useDebounced';
import styles from './chooseTrack.module.css';

interface ChooseTrackProps {
  /** What is chosen, said to those who cannot see where it stands. */
  label: string;
  /** On the button. */
  words: string;
  kind?: 'plain' | 'quiet';
  /** Takes a track, and closes when that is done. */
  onChoose: (track: TrackSummary, close: () => void) => void;
  error: { message: string } | null;
}

/** Chooses a track of the library. */
export function ChooseTrack({ label, words, kind = 'quiet', onChoose, error }: ChooseTrackProps) {
  return (
    <DialogTrigger>
      <Button size="small" kind={kind} aria-label={label}>
        {words}
      </Button>
      <Popover className={styles.popover} placement="bottom end">
        <Dialog className={styles.dialog} aria-label={label}>
          {({ close }) => <TrackSearch onChoose={(track) => onChoose(track, close)} error={error} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

const mostShown = 6;

interface TrackSearchProps {
  onChoose: (track: TrackSummary) => void;
  error: { message: string } | null;
}

function TrackSearch({ onChoose, error }: TrackSearchProps) {
  const trpc = useTRPC();
  const [text, setText] = useState('');
  const words = useDebounced(text, 200);
  const tracks = useQuery({
    ...trpc.catalogue.tracks.queryOptions({ limit: mostShown, ...(words && { text: words }) }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <SearchInput label="A track of the library" value={text} onChange={setText} />
      <ul className={styles.list}>
        {tracks.data?.rows.map((track) => (
          <li key={track.trackId}>
            <button type="button" className={styles.track} onClick={() => onChoose(track)}>
              <span className={styles.name}>
                {track.artist ? `${track.title}, ${track.artist}` : track.title}
              </span>
              <span>{formatClock(track.durationSeconds)}</span>
            </button>
          </li>
        ))}
      </ul>
      {error && <p role="alert">{error.message}</p>}
    </>
  );
}
