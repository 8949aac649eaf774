'use client';

import { useMutation } from '@tanstack/react-query';
import Link from 'next/link';
import { useTRPC } from '@/app/trpc';
import { ConfirmButton } from '@/app/ui/confirm/confirmButton';
import type { EegRecordingRow, EegStudy } from '@/app/ui/eeg/eegAnswers';
import { eegRecordingLink } from '@/app/ui/eeg/eegLinks';
import { useRefreshEeg } from '@/app/ui/eeg/useEegStudy';
import panel from '@/app/ui/study/panel.module.css';
import styles from '@/app/ui/study/rowList.module.css';
import { recordingFacts } from './recordingFacts';

/** Every recording, those that were refused first, with what was dropped of it. */
export function RecordingList({ study }: { study: EegStudy }) {
  const recordings = [...study.recordings].sort(
    (one, other) => Number(other.state === 'refused') - Number(one.state === 'refused'),
  );
  return (
    <section className={panel.section} aria-labelledby="recordings-title">
      <div className={panel.head}>
        <h2 id="recordings-title">Recordings</h2>
        <p className={panel.note}>Maps of the head, over time and in step with the music.</p>
      </div>
      <ul className={styles.list} aria-label="Recordings">
        {recordings.map((recording) => (
          <RecordingRow key={recording.id} studyId={study.id} recording={recording} />
        ))}
      </ul>
    </section>
  );
}

function RecordingRow({ studyId, recording }: { studyId: number; recording: EegRecordingRow }) {
  const trpc = useTRPC();
  const onSuccess = useRefreshEeg();
  const remove = useMutation(trpc.eeg.recordings.remove.mutationOptions({ onSuccess }));
  const { id, participant, fileName, state } = recording;
  return (
    <li className={styles.row}>
      <div>
        <p className={styles.title}>
          <Link href={eegRecordingLink(studyId, id)}>{participant}</Link>
        </p>
        <p className={styles.state} data-state={state === 'refused' ? 'failed' : undefined}>
          {recordingFacts(recording).join(' · ')}
        </p>
      </div>
      <div className={styles.rowDeeds}>
        <ConfirmButton
          quiet
          label="Remove"
          deed="Remove for good"
          title={`Remove ${fileName}?`}
          error={remove.error}
          isPending={remove.isPending}
          onConfirm={(close) => remove.mutate({ recordingId: id }, { onSuccess: close })}
        >
          The recording of {participant} goes with its trials. Models that were trained on it stay.
        </ConfirmButton>
      </div>
    </li>
  );
}
