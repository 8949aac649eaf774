'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { TextInput } from '@/app/ui/field/textInput';
import { SimulatedBadge } from '@/app/ui/study/badge';
import type { Study } from '@/app/ui/study/studyAnswers';
import styles from './studyTitle.module.css';
import { useRefreshStudy } from './useStudy';

/** The title, and a way to change it. */
export function StudyTitle({ study: { id, title, simulated } }: { study: Study }) {
  const trpc = useTRPC();
  const [next, setNext] = useState<string | null>(null);
  const onSuccess = useRefreshStudy();
  const rename = useMutation(trpc.studies.rename.mutationOptions({ onSuccess }));
  if (next === null)
    return (
      <span>
        {title} {simulated && <SimulatedBadge />}{' '}
        <span className={styles.rename}>
          <Button size="small" kind="quiet" onPress={() => setNext(title)}>
            Rename
          </Button>
        </span>
      </span>
    );
  return (
    <span className={styles.change}>
      <TextInput label="Title of the study" hideLabel value={next} onChange={setNext} width="22rem" />
      <Button
        isPending={rename.isPending}
        isDisabled={next.trim() === ''}
        onPress={() => rename.mutate({ studyId: id, title: next }, { onSuccess: () => setNext(null) })}
      >
        Keep
      </Button>
      <Button kind="quiet" onPress={() => setNext(null)}>
        Cancel
      </Button>
      {rename.error && (
        <span className={styles.fault} role="alert">
          {rename.error.message}
        </span>
      )}
    </span>
  );
}
