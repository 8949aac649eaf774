'use client';

import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { formatBytes } from '@/app/ui/format';
import type { Study } from '@/app/ui/study/studyAnswers';
import styles from './fileList.module.css';
import panel from '@/app/ui/study/panel.module.css';
import { useRefreshStudy } from './useStudy';

const stateNames = { waiting: 'to be read', read: 'read', kept: 'kept beside', refused: 'refused' } as const;

/** Every file that was brought, those that were refused first, with the reason. */
export function FileList({ study }: { study: Study }) {
  const trpc = useTRPC();
  const onSuccess = useRefreshStudy();
  const remove = useMutation(trpc.studies.removeFile.mutationOptions({ onSuccess }));
  if (study.files.length === 0) return null;
  const files = [...study.files].sort(
    (one, other) => Number(other.state === 'refused') - Number(one.state === 'refused'),
  );
  return (
    <section className={panel.section} aria-labelledby="files-title">
      <h3 id="files-title">Files that were brought</h3>
      <ul className={styles.list} tabIndex={0} aria-label="Files">
        {files.map(({ id, name, sizeBytes, state, failure }) => (
          <li key={id} className={styles.file}>
            <span className={styles.name}>{name}</span>
            <span className={styles.state}>{`${stateNames[state]}, ${formatBytes(sizeBytes)}`}</span>
            <Button
              size="small"
              kind="quiet"
              aria-label={`Take ${name} off`}
              onPress={() => remove.mutate({ studyId: study.id, fileId: id })}
            >
              Take off
            </Button>
            {failure && <span className={styles.failure}>{failure}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
