'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTRPC } from '@/app/trpc';
import { ConfirmButton } from '@/app/ui/confirm/confirmButton';
import { formatCount } from '@/app/ui/format';
import { LinkButton } from '@/app/ui/linkButton';
import { SimulatedBadge } from '@/app/ui/study/badge';
import type { Study } from '@/app/ui/study/studyAnswers';
import { exportLink } from '@/app/ui/study/studyLinks';
import styles from './studyHead.module.css';
import { StudyTitle } from './studyTitle';

/** What the study is called and holds, and what is done with it as a whole. */
export function StudyHead({ study }: { study: Study }) {
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        <p className={styles.up}>
          <Link href="/research/studies">Studies</Link>
        </p>
        <h1 className={styles.title}>
          <StudyTitle key={study.title} study={study} /> {study.simulated && <SimulatedBadge />}
        </h1>
        <p className={styles.facts}>{factsOf(study).join(' · ')}</p>
      </div>
      <div className={styles.deeds}>
        <LinkButton href={exportLink(study.id)} download size="small">
          Export all (ZIP)
        </LinkButton>
        <DeleteStudy study={study} />
      </div>
    </header>
  );
}

function factsOf({ participants, stimuli, targets, series, simulated }: Study): string[] {
  const count = (kind: string) => series.filter((each) => each.kind === kind).length;
  return [
    ...(simulated ? ['made by a generator: none of these people exist'] : []),
    formatCount(participants.length, 'participant'),
    formatCount(stimuli.length, 'piece'),
    formatCount(targets.length, 'region'),
    formatCount(count('recording'), 'recording'),
    formatCount(count('rating'), 'rating'),
  ];
}

function DeleteStudy({ study: { id, title } }: { study: Study }) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const remove = useMutation(
    trpc.studies.remove.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.studies.list.queryFilter());
        router.push('/research/studies');
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
      All of it goes: files, recordings, ratings, analyses. Nobody can bring it back; export it first if it
      may be needed.
    </ConfirmButton>
  );
}
