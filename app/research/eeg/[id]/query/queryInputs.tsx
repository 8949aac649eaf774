'use client';

import type { EegRecordingRow } from '@/app/ui/eeg/eegAnswers';
import { modelName, type TrainedModel } from '@/app/ui/eeg/useTrainedModels';
import { Choice } from '@/app/ui/field/choice';
import { Select } from '@/app/ui/field/select';
import styles from './query.module.css';
import type { ChangeQuery, QueryState } from './queryUrl';

interface QueryInputsProps {
  recordings: readonly EegRecordingRow[];
  models: readonly TrainedModel[];
  recording: EegRecordingRow;
  model: TrainedModel;
  state: QueryState;
  onChange: ChangeQuery;
}

const ways = [
  { value: 'hand', name: 'A stretch by hand' },
  { value: 'playing', name: 'While it plays' },
] as const;

const listeners = [
  { value: 'own', name: 'Of this listener' },
  { value: 'anyone', name: 'For anyone' },
] as const;

const told = [
  { value: 'both', name: 'Valence and arousal' },
  { value: 'valence', name: 'Valence' },
  { value: 'arousal', name: 'Arousal' },
] as const;

/** Whose EEG, which model, and what of emotion. */
export function QueryInputs({ recordings, models, recording, model, state, onChange }: QueryInputsProps) {
  return (
    <div className={styles.inputs}>
      <Select
        label="Recording"
        value={String(recording.id)}
        options={recordings.map(({ id, participant, fileName }) => ({
          value: String(id),
          name: `${participant}, ${fileName}`,
        }))}
        onChange={(id) =>
          onChange({ recording: Number(id), fromSeconds: null, toSeconds: null, trial: null })
        }
      />
      <Select
        label="Model"
        value={String(model.id)}
        options={models.map((each) => ({ value: String(each.id), name: modelName(each) }))}
        onChange={(id) => onChange({ model: Number(id) })}
      />
      <Choice
        label="Emotion"
        value={state.dimension}
        options={told}
        onChange={(dimension) => onChange({ dimension })}
      />
      {model.settings.training.personal && model.from === null && (
        <Choice
          label="Heard by networks"
          value={state.listener}
          options={listeners}
          onChange={(listener) => onChange({ listener })}
        />
      )}
      <Choice label="Asked by" value={state.way} options={ways} onChange={(way) => onChange({ way })} />
    </div>
  );
}
