'use client';

import type { EegStudy } from '@/app/ui/eeg/eegAnswers';
import { useRefreshEeg } from '@/app/ui/eeg/useEegStudy';
import { Disclosure } from '@/app/ui/field/disclosure';
import { UploadZone } from '@/app/ui/upload/uploadZone';
import { useStudyUploads } from '@/app/ui/upload/useStudyUploads';
import styles from './bringRecordings.module.css';

interface BringRecordingsProps {
  study: EegStudy;
  open: boolean;
}

const words = { received: 'here', unchanged: 'here already' };

/** Brings recordings to the study, and tables of what was heard. */
export function BringRecordings({ study, open }: BringRecordingsProps) {
  const store = useStudyUploads(`/api/eeg/${study.id}/files`, useRefreshEeg());
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
