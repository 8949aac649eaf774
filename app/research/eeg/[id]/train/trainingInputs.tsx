'use client';

import { Choice } from '@/app/ui/field/choice';
import { Disclosure } from '@/app/ui/field/disclosure';
import { NumberInput } from '@/app/ui/field/numberInput';
import panel from '@/app/ui/study/panel.module.css';
import { EmbeddingInput } from './embeddingInput';
import { JudgingInputs } from './judgingInputs';
import { NetworkInputs } from './networkInputs';
import styles from './trainModel.module.css';
import type { TrainingInputsProps } from './trainingInputsProps';

const presets = [
  { value: 'reduced', name: 'Reduced' },
  { value: 'published', name: 'As published' },
] as const;

const owners = [
  { value: 'own', name: 'Own ratings' },
  { value: 'mean', name: 'Raters’ means' },
] as const;

/** The size of the network, whose ratings it is taught, what counts as high, and what is seldom changed. */
export function TrainingInputs(props: TrainingInputsProps) {
  const { settings, onChange } = props;
  return (
    <>
      <Choice
        label="Network"
        value={settings.preset}
        options={presets}
        onChange={(preset) => onChange({ preset })}
      />
      <p className={panel.note}>
        The reduced one takes minutes on two cores, the published one hours. Both are judged on tracks and
        people that were left out.
      </p>
      <div className={styles.fields}>
        <Choice
          label="EEG is taught"
          value={settings.eegLabels}
          options={owners}
          onChange={(eegLabels) => onChange({ eegLabels })}
        />
        <Choice
          label="Music is taught"
          value={settings.musicLabels}
          options={owners}
          onChange={(musicLabels) => onChange({ musicLabels })}
        />
        <NumberInput
          label="High is over"
          value={settings.threshold}
          min={1}
          max={9}
          step={0.5}
          onChange={(threshold) => onChange({ threshold: Number.isNaN(threshold) ? 5 : threshold })}
        />
        <EmbeddingInput {...props} />
      </div>
      <Disclosure title="Networks, epochs and how they are judged">
        <div className={styles.form}>
          <NetworkInputs {...props} />
          <JudgingInputs {...props} />
        </div>
      </Disclosure>
    </>
  );
}
