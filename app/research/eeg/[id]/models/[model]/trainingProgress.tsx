'use client';

import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import type { EegModel } from '@/app/ui/eeg/eegAnswers';
import { modelStateWords } from '@/app/ui/eeg/modelStateWords';
import { isOpen, useRefreshEeg } from '@/app/ui/eeg/useEegStudy';
import { EmptyState } from '@/app/ui/message/message';
import { ProgressBar } from '@/app/ui/progressBar';
import panel from '@/app/ui/study/panel.module.css';
import styles from './model.module.css';
import { lineWords } from './lineWords';

/** How far training is, or why there is no model. */
export function TrainingProgress({ model }: { model: EegModel }) {
  const trpc = useTRPC();
  const onSuccess = useRefreshEeg();
  const cancel = useMutation(trpc.eeg.models.cancel.mutationOptions({ onSuccess }));
  if (model.state === 'failed') return <NotTrained failure={model.failure ?? 'no reason was told'} />;
  const last = model.progressLines.at(-1);
  return (
    <section className={styles.progress} aria-label="Training">
      <p role="status">{modelStateWords(model)}</p>
      {isOpen(model.state) && (
        <>
          <ProgressBar label={`Progress of ${model.title}`} fraction={model.progress} />
          {last && <p className={panel.note}>{lineWords(last)}</p>}
          <div>
            <Button isPending={cancel.isPending} onPress={() => cancel.mutate({ modelId: model.id })}>
              Cancel
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

/** A reason may end with the one command that helps: "… Install it by: COMMAND". */
const withCommand = /^(.*\bby): (.+)$/s;

/** Why there is no model; a command stands apart, to be copied. */
function NotTrained({ failure }: { failure: string }) {
  const [, reason, command] = withCommand.exec(failure) ?? [null, failure, null];
  return (
    <div role="alert">
      <EmptyState title="It could not be trained">
        <p>{reason}</p>
        {command && <code className={styles.command}>{command}</code>}
      </EmptyState>
    </div>
  );
}
