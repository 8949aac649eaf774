'use client';

import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import type { EegRecording, EegStudy } from '@/app/ui/eeg/eegAnswers';
import { eegQueryLink, eegStudyLink } from '@/app/ui/eeg/eegLinks';
import { useRefreshEeg } from '@/app/ui/eeg/useEegStudy';
import { useTrainedModels } from '@/app/ui/eeg/useTrainedModels';
import { formatClock, formatCount } from '@/app/ui/format';
import { LinkButton } from '@/app/ui/linkButton';
import { SimulatedBadge } from '@/app/ui/study/badge';
import styles from '@/app/ui/study/studyHead.module.css';
import { StudyTitle } from '@/app/ui/study/studyTitle';
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
        <h1 className={styles.title}>
          <Participant key={recording.participant} recording={recording} />
        </h1>
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

/** Files of one participant may be called otherwise: whose each is can be said. */
function Participant({ recording: { id, participant } }: Pick<RecordingHeadProps, 'recording'>) {
  const trpc = useTRPC();
  const onSuccess = useRefreshEeg();
  const rename = useMutation(trpc.eeg.recordings.setParticipant.mutationOptions({ onSuccess }));
  return (
    <StudyTitle
      lead="Participant"
      label="Name of the participant"
      title={participant}
      onRename={(next, done) => rename.mutate({ recordingId: id, participant: next }, { onSuccess: done })}
      isPending={rename.isPending}
      error={rename.error}
    />
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
