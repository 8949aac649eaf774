'use client';

import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTRPC } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { SearchInput } from '@/app/ui/field/searchInput';
import { formatClock } from '@/app/ui/format';
import type { StudyStimulus } from '@/app/ui/study/studyAnswers';
import { useDebounced } from '@/app/ui/useDebounced';
import styles from './chooseSound.module.css';
import { useRefreshStudy } from './useStudy';

interface ChooseSoundProps {
  studyId: number;
  stimulus: StudyStimulus;
}

/** Gives a piece a track of the library as its sound. */
export function ChooseSound({ studyId, stimulus }: ChooseSoundProps) {
  return (
    <DialogTrigger>
      <Button size="small" kind="quiet" aria-label={`Choose the sound of ${stimulus.name}`}>
        {stimulus.trackId === null && stimulus.soundFileId === null ? 'Choose' : 'Change'}
      </Button>
      <Popover className={styles.popover} placement="bottom end">
        <Dialog className={styles.dialog} aria-label={`Sound of ${stimulus.name}`}>
          {({ close }) => <TrackSearch studyId={studyId} stimulus={stimulus} onChosen={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

const mostShown = 6;

function TrackSearch({ studyId, stimulus, onChosen }: ChooseSoundProps & { onChosen: () => void }) {
  const trpc = useTRPC();
  const [text, setText] = useState('');
  const words = useDebounced(text, 200);
  const refresh = useRefreshStudy();
  const tracks = useQuery({
    ...trpc.catalogue.tracks.queryOptions({ limit: mostShown, ...(words && { text: words }) }),
    placeholderData: keepPreviousData,
  });
  const change = useMutation(
    trpc.studies.setStimulus.mutationOptions({
      onSuccess: async () => {
        onChosen();
        await refresh();
      },
    }),
  );
  return (
    <>
      <SearchInput label="A track of the library" value={text} onChange={setText} />
      <ul className={styles.list}>
        {tracks.data?.rows.map(({ trackId, title, artist, durationSeconds }) => (
          <li key={trackId}>
            <button
              type="button"
              className={styles.track}
              onClick={() => change.mutate({ studyId, stimulusId: stimulus.id, trackId })}
            >
              <span className={styles.name}>{artist ? `${title}, ${artist}` : title}</span>
              <span>{formatClock(durationSeconds)}</span>
            </button>
          </li>
        ))}
      </ul>
      {change.error && <p role="alert">{change.error.message}</p>}
    </>
  );
}
