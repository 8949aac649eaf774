'use client';

import { NumberInput } from '@/app/ui/field/numberInput';
import { TickBox } from '@/app/ui/field/tickBox';
import styles from './trainModel.module.css';
import type { TrainingInputsProps } from './trainingInputsProps';

/** Which networks are trained, and how long. */
export function NetworkInputs({ settings, onChange }: TrainingInputsProps) {
  return (
    <>
      <TickBox isSelected={settings.joint} onChange={(joint) => onChange({ joint })}>
        One network for valence and arousal, in place of one each
      </TickBox>
      <TickBox isSelected={settings.personal} onChange={(personal) => onChange({ personal })}>
        A network of each participant too, which hears their recordings in place of the common one
      </TickBox>
      <div className={styles.fields}>
        <NumberInput
          label="Epochs at most"
          placeholder="as network"
          value={settings.epochs}
          min={1}
          max={10_000}
          step={1}
          width="7rem"
          onChange={(epochs) => onChange({ epochs })}
        />
        <NumberInput
          label="Seed"
          value={settings.seed}
          min={0}
          step={1}
          onChange={(seed) => onChange({ seed: Number.isNaN(seed) ? 1 : seed })}
        />
      </div>
    </>
  );
}
