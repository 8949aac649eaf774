'use client';

import { Choice } from '@/app/ui/field/choice';
import { NumberInput } from '@/app/ui/field/numberInput';
import { TickBox } from '@/app/ui/field/tickBox';
import panel from '@/app/ui/study/panel.module.css';
import styles from './trainModel.module.css';
import type { Settings } from './trainingSettings';

interface TrainingInputsProps {
  settings: Settings;
  onChange: (settings: Settings) => void;
}

const presets = [
  { value: 'reduced', name: 'Reduced' },
  { value: 'published', name: 'As published' },
] as const;

const owners = [
  { value: 'own', name: 'Own ratings' },
  { value: 'mean', name: 'Raters’ means' },
] as const;

/** The size of the network, whose ratings it is taught, and what counts as high. */
export function TrainingInputs({ settings, onChange }: TrainingInputsProps) {
  const change = (part: Partial<Settings>) => onChange({ ...settings, ...part });
  return (
    <>
      <Choice
        label="Network"
        value={settings.preset}
        options={presets}
        onChange={(preset) => change({ preset })}
      />
      <p className={panel.note}>
        The reduced one takes minutes on two cores, the published one hours. Both are evaluated on tracks and
        people that were left out.
      </p>
      <div className={styles.fields}>
        <Choice
          label="EEG is taught"
          value={settings.eegLabels}
          options={owners}
          onChange={(eegLabels) => change({ eegLabels })}
        />
        <Choice
          label="Music is taught"
          value={settings.musicLabels}
          options={owners}
          onChange={(musicLabels) => change({ musicLabels })}
        />
        <NumberInput
          label="High is over"
          value={settings.threshold}
          min={1}
          max={9}
          step={0.5}
          onChange={(threshold) => change({ threshold: Number.isNaN(threshold) ? 5 : threshold })}
        />
        <NumberInput
          label="Seed"
          value={settings.seed}
          min={0}
          step={1}
          onChange={(seed) => change({ seed: Number.isNaN(seed) ? 1 : seed })}
        />
      </div>
      <TickBox isSelected={settings.joint} onChange={(joint) => change({ joint })}>
        One network for valence and arousal, in place of one each
      </TickBox>
    </>
  );
}
