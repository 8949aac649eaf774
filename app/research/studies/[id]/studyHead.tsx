'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTRPC } from '@/app/trpc';
import { ShareButton } from '@/app/ui/caller/shareButton';
import { ConfirmButton } from '@/app/ui/confirm/confirmButton';
import { formatCount } from '@/app/ui/format';
import { LinkButton } from '@/app/ui/linkButton';
import type { Study } from '@/app/ui/study/studyAnswers';
import { exportLink } from '@/app/ui/study/studyLinks';
import { StudyTitle } from '@/app/ui/study/studyTitle';
import { UpLink } from '@/app/ui/study/upLink';
import styles from '@/app/ui/study/studyHead.module.css';
import { useRefreshStudy } from './useStudy';

/** What the study is called and holds, and what is done with it as a whole. */
export function StudyHead({ study }: { study: Study }) {
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        <UpLink href="/research/studies">Studies</UpLink>
        <h1 className={styles.title}>
          <Title key={study.title} study={study} />
        </h1>
        <p className={styles.facts}>{factsOf(study).join(' · ')}</p>
      </div>
      <div className={styles.deeds}>
        <LinkButton href={exportLink(study.id)} download size="small">
          Export all (ZIP)
        </LinkButton>
        <ShareStudy study={study} />
        <DeleteStudy study={study} />
      </div>
    </header>
  );
}

function Title({ study: { id, title, simulated } }: { study: Study }) {
  const trpc = useTRPC();
  const onSuccess = useRefreshStudy();
  const rename = useMutation(trpc.studies.rename.mutationOptions({ onSuccess }));
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

/** What a study holds, a few words each. */
export function factsOf({ participants, stimuli, targets, series, simulated }: Study): string[] {
  const count = (kind: string) => series.filter((each) => each.kind === kind).length;
  const counts: [number, string][] = [
    [participants.length, 'participant'],
    [stimuli.length, 'piece'],
    [targets.length, 'region'],
    [count('recording'), 'recording'],
    [count('rating'), 'rating'],
  ];
  const brought = counts.filter(([of]) => of > 0).map((each) => formatCount(...each));
  if (brought.length === 0) return ['Nothing is there yet: bring files, and say what they are'];
  return [...(simulated ? ['made by a generator: none of these people exist'] : []), ...brought];
}

function ShareStudy({ study: { id, shared } }: { study: Study }) {
  const onSuccess = useRefreshStudy();
  const share = useMutation(useTRPC().studies.share.mutationOptions({ onSuccess }));
  return (
    <ShareButton
      shared={shared}
      isPending={share.isPending}
      onShare={(next) => share.mutate({ studyId: id, shared: next })}
    />
  );
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
