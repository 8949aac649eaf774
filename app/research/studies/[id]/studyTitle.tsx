'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { TextInput } from '@/app/ui/field/textInput';
import type { Study } from '@/app/ui/study/studyAnswers';
import styles from './studyTitle.module.css';
import { useRefreshStudy } from './useStudy';

/** The title, and a way to change it. */
export function StudyTitle({ study: { id, title } }: { study: Study }) {
  const trpc = useTRPC();
  const [next, setNext] = useState<string | null>(null);
  const onSuccess = useRefreshStudy();
  const rename = useMutation(trpc.studies.rename.mutationOptions({ onSuccess }));
  if (next === null)
    return (
      <span className={styles.title}>
        {title}
        <Button size="small" kind="quiet" onPress={() => setNext(title)}>
          Rename
        </Button>
      </span>
    );
  return (
    <span className={styles.title}>
      <TextInput label="Title of the study" hideLabel value={next} onChange={setNext} width="22rem" />
      <Button
        size="small"
        isPending={rename.isPending}
        onPress={() => rename.mutate({ studyId: id, title: next }, { onSuccess: () => setNext(null) })}
      >
        Keep
      </Button>
    </span>
  );
}
