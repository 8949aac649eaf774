'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { EegStudy } from '@/app/ui/eeg/eegAnswers';
import { useRefreshEeg } from '@/app/ui/eeg/useEegStudy';
import { Disclosure } from '@/app/ui/field/disclosure';
import { UploadStore, type Upload } from '@/app/ui/upload/uploadStore';
import { UploadZone } from '@/app/ui/upload/uploadZone';
import styles from './bringRecordings.module.css';

interface BringRecordingsProps {
  study: EegStudy;
  open: boolean;
}

/** Stores live outside of pages, so that uploads go on while one looks at another page. */
const stores = new Map<number, UploadStore>();

function storeOf(studyId: number): UploadStore {
  const store =
    stores.get(studyId) ??
    new UploadStore({
      address: (name) => `/api/eeg/${studyId}/files?${new URLSearchParams({ name }).toString()}`,
      batched: false,
    });
  stores.set(studyId, store);
  return store;
}

const words = { received: 'here', unchanged: 'here already' };
const none: readonly Upload[] = [];

/** Brings recordings to the study, and tables of what was heard. */
export function BringRecordings({ study, open }: BringRecordingsProps) {
  const [store] = useState(() => storeOf(study.id));
  useRefreshWhenSent(store);
  const content = (
    <div className={styles.content}>
      <UploadZone
        store={store}
        label="Drop recordings of EEG here"
        choose="Choose recordings"
        folders
        kinds="EDF, EDF+, BDF, BrainVision with all of its files, EEGLAB .set with its .fdt, CSV, NPY, Muse’s CSV, DEAP’s .mat; a BIDS folder; tracks.tsv and trials.tsv"
        words={words}
      />
      <Tables />
    </div>
  );
  if (study.recordings.length === 0) return content;
  return (
    <Disclosure title="Bring more" open={open}>
      {content}
    </Disclosure>
  );
}

/** What the two tables say, which are known by their names. */
function Tables() {
  return (
    <div className={styles.tables}>
      <p>
        <code>trials.tsv</code> says what was heard when: the columns <code>participant</code>,{' '}
        <code>file</code> (the recording), <code>onset</code> in seconds or <code>event</code> (the label of
        one), <code>duration</code>, <code>track</code>, and the participant’s own <code>valence</code> and{' '}
        <code>arousal</code> on 1 to 9.
      </p>
      <p>
        <code>tracks.tsv</code> says what the music is: <code>track</code>, the raters’ mean{' '}
        <code>valence</code> and <code>arousal</code> on 1 to 9, and <code>sound</code>, the number of a track
        of the library; a sound can be chosen afterwards as well.
      </p>
    </div>
  );
}

/** Asks the study anew when nothing is on its way any more. */
function useRefreshWhenSent(store: UploadStore): void {
  const refresh = useRefreshEeg();
  const uploads = useSyncExternalStore(store.subscribe, store.getUploads, () => none);
  const received = uploads.filter(({ state }) => state === 'received').length;
  const open = uploads.some(({ state }) => state === 'waiting' || state === 'sending');
  useEffect(() => {
    if (received > 0 && !open) void refresh();
  }, [received, open, refresh]);
}
