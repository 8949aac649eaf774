'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTRPC } from '@/app/trpc';
import { Button } from '../button';
import { SearchInput } from '../field/searchInput';
import { formatClock } from '../format';
import { useDebounced } from '../useDebounced';
import styles from './chooseTrack.module.css';

interface ChooseTrackProps {
  /** What gets a sound. */
  name: string;
  hasSound: boolean;
  /** Gives it a track, and closes when that is done. */
  onChoose: (trackId: number, close: () => void) => void;
  error: { message: string } | null;
}

/** Chooses a track of the library as the sound of something. */
export function ChooseTrack({ name, hasSound, onChoose, error }: ChooseTrackProps) {
  return (
    <DialogTrigger>
      <Button size="small" kind="quiet" aria-label={`Choose the sound of ${name}`}>
        {hasSound ? 'Change' : 'Choose'}
      </Button>
      <Popover className={styles.popover} placement="bottom end">
        <Dialog className={styles.dialog} aria-label={`Sound of ${name}`}>
          {({ close }) => <TrackSearch onChoose={(trackId) => onChoose(trackId, close)} error={error} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

const mostShown = 6;

interface TrackSearchProps {
  onChoose: (trackId: number) => void;
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
        {tracks.data?.rows.map(({ trackId, title, artist, durationSeconds }) => (
          <li key={trackId}>
            <button type="button" className={styles.track} onClick={() => onChoose(trackId)}>
              <span className={styles.name}>{artist ? `${title}, ${artist}` : title}</span>
              <span>{formatClock(durationSeconds)}</span>
            </button>
          </li>
        ))}
      </ul>
      {error && <p role="alert">{error.message}</p>}
    </>
  );
}
