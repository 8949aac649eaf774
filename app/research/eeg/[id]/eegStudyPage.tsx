'use client';

import type { EegStudy } from '@/app/ui/eeg/eegAnswers';
import { useEegStudy } from '@/app/ui/eeg/useEegStudy';
import { WorkList } from '@/app/ui/study/workList';
import styles from '@/app/ui/study/studyPage.module.css';
import { BringRecordings } from './bringRecordings';
import { EegStudyHead } from './eegStudyHead';
import { HeardTable } from './heardTable';
import { ModelList } from './modelList';
import { RecordingList } from './recordingList';
import { TrackTable } from './tracks/trackTable';
import { readingJobs } from './readingJobs';

/** A study of EEG and music: what is there of everybody, its models, and what can be brought. */
export function EegStudyPage({ initial }: { initial: EegStudy }) {
  const study = useEegStudy(initial);
  const isEmpty = study.recordings.length === 0;
  return (
    <div className={styles.page}>
      <EegStudyHead study={study} />
      <WorkList jobs={readingJobs(study)} />
      {isEmpty ? (
        <BringRecordings study={study} open />
      ) : (
        <>
          <div className={styles.columns}>
            <ModelList study={study} />
            <RecordingList study={study} />
          </div>
          <BringRecordings study={study} open={study.tracks.length === 0} />
          <div className={styles.columns}>
            <TrackTable study={study} />
            <HeardTable study={study} />
          </div>
        </>
      )}
    </div>
  );
}
