'use client';

import { useMutation } from '@tanstack/react-query';
import Link from 'next/link';
import { useTRPC } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { ConfirmButton } from '@/app/ui/confirm/confirmButton';
import type { EegModelRow, EegStudy } from '@/app/ui/eeg/eegAnswers';
import { eegModelLink } from '@/app/ui/eeg/eegLinks';
import { modelStateWords } from '@/app/ui/eeg/modelStateWords';
import { isOpen, useRefreshEeg } from '@/app/ui/eeg/useEegStudy';
import { ProgressBar } from '@/app/ui/progressBar';
import panel from '@/app/ui/study/panel.module.css';
import styles from '@/app/ui/study/rowList.module.css';
import { TrainModel } from './train/trainModel';

/** The models that were trained on the study, newest first, and a way to train another. */
export function ModelList({ study }: { study: EegStudy }) {
  return (
    <section className={panel.section} aria-labelledby="models-title">
      <div className={panel.head}>
        <h2 id="models-title">Models</h2>
        <p className={panel.note}>EEG and music in one common space, and what that is worth.</p>
      </div>
      {study.models.length === 0 ? (
        <p className={panel.note}>
          No model yet. Once recordings are measured and it is known what was heard, train one: it then finds
          music by EEG.
        </p>
      ) : (
        <ul className={styles.list} aria-label="Models">
          {study.models.map((model) => (
            <ModelRow key={model.id} model={model} />
          ))}
        </ul>
      )}
      <TrainModel study={study} />
    </section>
  );
}

function ModelRow({ model }: { model: EegModelRow }) {
  const { id, studyId, title, state, progress } = model;
  return (
    <li className={styles.row}>
      <div>
        <p className={styles.title}>
          <Link href={eegModelLink(studyId, id)}>{title}</Link>
        </p>
        <p className={styles.state} data-state={state}>
          {modelStateWords(model)}
        </p>
      </div>
      <div className={styles.rowDeeds}>
        {isOpen(state) ? <CancelTraining model={model} /> : <RemoveModel model={model} />}
      </div>
      {isOpen(state) && (
        <div className={styles.wide}>
          <ProgressBar label={`Progress of ${title}`} fraction={progress} />
        </div>
      )}
    </li>
  );
}

function CancelTraining({ model: { id, title } }: { model: EegModelRow }) {
  const trpc = useTRPC();
  const onSuccess = useRefreshEeg();
  const cancel = useMutation(trpc.eeg.models.cancel.mutationOptions({ onSuccess }));
  return (
    <Button
      size="small"
      aria-label={`Cancel ${title}`}
      isPending={cancel.isPending}
      onPress={() => cancel.mutate({ modelId: id })}
    >
      Cancel
    </Button>
  );
}

function RemoveModel({ model: { id, title } }: { model: EegModelRow }) {
  const trpc = useTRPC();
  const onSuccess = useRefreshEeg();
  const remove = useMutation(trpc.eeg.models.remove.mutationOptions({ onSuccess }));
  return (
    <ConfirmButton
      quiet
      label="Remove"
      deed="Remove for good"
      title={`Remove “${title}”?`}
      error={remove.error}
      isPending={remove.isPending}
      onConfirm={(close) => remove.mutate({ modelId: id }, { onSuccess: close })}
    >
      The model goes with its scores. It can be trained again on the same recordings.
    </ConfirmButton>
  );
}
