'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTRPC } from '@/app/trpc';
import { ConfirmButton } from '@/app/ui/confirm/confirmButton';
import type { EegStudy } from '@/app/ui/eeg/eegAnswers';
import { eegQueryLink } from '@/app/ui/eeg/eegLinks';
import { useRefreshEeg } from '@/app/ui/eeg/useEegStudy';
import { useTrainedModels } from '@/app/ui/eeg/useTrainedModels';
import { formatCount } from '@/app/ui/format';
import { LinkButton } from '@/app/ui/linkButton';
import styles from '@/app/ui/study/studyHead.module.css';
import { StudyTitle } from '@/app/ui/study/studyTitle';
import { UpLink } from '@/app/ui/study/upLink';

/** What the study is called and holds, and what is done with it as a whole. */
export function EegStudyHead({ study }: { study: EegStudy }) {
  const models = useTrainedModels(study);
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        <UpLink href="/research/eeg">EEG and music</UpLink>
        <h1 className={styles.title}>
          <Title key={study.title} study={study} />
        </h1>
        <p className={styles.facts}>{factsOf(study).join(' · ')}</p>
      </div>
      <div className={styles.deeds}>
        {models.length > 0 && study.recordings.some(({ state }) => state === 'measured') && (
          <LinkButton href={eegQueryLink(study.id)} size="small">
            Find music by EEG
          </LinkButton>
        )}
        <DeleteStudy study={study} />
      </div>
    </header>
  );
}

function factsOf({ recordings, tracks, models, simulated }: EegStudy): string[] {
  if (recordings.length === 0) return ['Nothing is there yet: bring recordings'];
  const people = new Set(recordings.map(({ participant }) => participant)).size;
  const trained = models.filter(({ state }) => state === 'done').length;
  return [
    ...(simulated ? ['made by a generator: none of these people exist'] : []),
    formatCount(people, 'participant'),
    formatCount(recordings.length, 'recording'),
    formatCount(tracks.length, 'track'),
    trained === 0 ? 'no model yet' : formatCount(trained, 'model'),
  ];
}

function Title({ study: { id, title, simulated } }: { study: EegStudy }) {
  const trpc = useTRPC();
  const onSuccess = useRefreshEeg();
  const rename = useMutation(trpc.eeg.studies.rename.mutationOptions({ onSuccess }));
  return (
    <StudyTitle
      title={title}
      simulated={simulated}
      onRename={(next, done) => rename.mutate({ studyId: id, title: next }, { onSuccess: done })}
      isPending={rename.isPending}
      error={rename.error}
    />
  );
}

function DeleteStudy({ study: { id, title } }: { study: EegStudy }) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const remove = useMutation(
    trpc.eeg.studies.remove.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.eeg.studies.list.queryFilter());
        router.push('/research/eeg');
      },
    }),
  );
  return (
    <ConfirmButton
      label="Delete"
      deed="Delete for good"
      title={`Delete “${title}” for good?`}
      typed={title}
      error={remove.error}
      isPending={remove.isPending}
      onConfirm={(close) => remove.mutate({ studyId: id }, { onSuccess: close })}
    >
      All of it goes: recordings, ratings, models. Nobody can bring it back; keep its files if they may be
      needed.
    </ConfirmButton>
  );
}
