'use client';

import type { EegRecording, EegStudy } from '@/app/ui/eeg/eegAnswers';
import { eegQueryLink, eegStudyLink } from '@/app/ui/eeg/eegLinks';
import { useTrainedModels } from '@/app/ui/eeg/useTrainedModels';
import { formatClock, formatCount } from '@/app/ui/format';
import { LinkButton } from '@/app/ui/linkButton';
import { SimulatedBadge } from '@/app/ui/study/badge';
import styles from '@/app/ui/study/studyHead.module.css';
import { UpLink } from '@/app/ui/study/upLink';

interface RecordingHeadProps {
  recording: EegRecording;
  study: EegStudy;
}

/** Whose recording it is, of what study, and what it holds. */
export function RecordingHead({ recording, study }: RecordingHeadProps) {
  const trained = useTrainedModels(study).length > 0;
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        <UpLink href={eegStudyLink(study.id)} beside={study.simulated && <SimulatedBadge />}>
          {study.title}
        </UpLink>
        <h1 className={styles.title}>Participant {recording.participant}</h1>
        <p className={styles.facts}>{factsOf(recording).join(' · ')}</p>
      </div>
      {trained && recording.state === 'measured' && (
        <div className={styles.deeds}>
          <LinkButton size="small" href={eegQueryLink(study.id, { recording: recording.id })}>
            Find music by it
          </LinkButton>
        </div>
      )}
    </header>
  );
}

function factsOf({ fileName, format, channels, durationSeconds, trials, simulated }: EegRecording): string[] {
  return [
    ...(simulated ? ['made by a generator: nobody was recorded'] : []),
    fileName,
    ...(format === null ? [] : [format, formatCount(channels.length, 'channel')]),
    ...(durationSeconds === null ? [] : [formatClock(durationSeconds)]),
    formatCount(trials.length, 'trial'),
  ];
}
