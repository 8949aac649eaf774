'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import type { EegRecording, EegStudy, EegTrial } from '@/app/ui/eeg/eegAnswers';
import { modelName, useTrainedModels } from '@/app/ui/eeg/useTrainedModels';
import { Select } from '@/app/ui/field/select';
import { ErrorState, LoadingState } from '@/app/ui/message/message';
import panel from '@/app/ui/study/panel.module.css';
import { AttentionLine } from './attentionLine';
import styles from './overTime.module.css';

interface AttentionOverTimeProps {
  recording: EegRecording;
  trial: EegTrial | null;
  study: EegStudy;
  modelId: number | null;
  onModel: (modelId: number | null) => void;
}

const none = 'none';

/** Which seconds a model attends to while it hears the EEG of a trial. */
export function AttentionOverTime({ recording, trial, study, modelId, onModel }: AttentionOverTimeProps) {
  const trained = useTrainedModels(study);
  const model = trained.find(({ id }) => id === modelId) ?? null;
  if (trained.length === 0)
    return <p className={panel.note}>Attention over time stands here once a model is trained.</p>;
  return (
    <div className={styles.attention}>
      <div className={panel.head}>
        <h3>Attention</h3>
        <Select
          label="Attention of a model"
          hideLabel
          value={model ? String(model.id) : none}
          options={[
            { value: none, name: 'Choose a model' },
            ...trained.map((each) => ({ value: String(each.id), name: modelName(each) })),
          ]}
          onChange={(value) => onModel(value === none ? null : Number(value))}
        />
      </div>
      {model && <Attended recordingId={recording.id} modelId={model.id} trial={trial} />}
    </div>
  );
}

interface AttendedProps {
  recordingId: number;
  modelId: number;
  trial: EegTrial | null;
}

function Attended({ recordingId, modelId, trial }: AttendedProps) {
  const trpc = useTRPC();
  const { startSeconds, durationSeconds } = trial ?? { startSeconds: 0, durationSeconds: null };
  const found = useQuery(
    trpc.eeg.query.queryOptions({
      ...{ recordingId, modelId, fromSeconds: startSeconds, limit: 1 },
      ...(durationSeconds !== null && { toSeconds: startSeconds + durationSeconds }),
    }),
  );
  if (found.error)
    return (
      <ErrorState
        title="The model could not hear it"
        error={found.error}
        onRetry={() => void found.refetch()}
      />
    );
  if (!found.data) return <LoadingState>The model listens</LoadingState>;
  return <AttentionLine found={found.data} trial={trial} />;
}
