'use client';

import { TickBox } from '@/app/ui/field/tickBox';
import panel from '@/app/ui/study/panel.module.css';
import styles from './trainModel.module.css';
import type { TrainingInputsProps } from './trainingInputsProps';
import { schemes, type Scheme } from './trainingSettings';

const schemeWords: Record<Scheme, string> = {
  tracks: '(i) tracks left out, within participants',
  participants: '(ii) participants left out',
  both: '(iii) participants and tracks left out',
  shuffle: '(iv) the five published splits',
};

/** How a model is judged: each way trains its networks anew. */
export function JudgingInputs({ settings, onChange }: TrainingInputsProps) {
  const chosen = new Set(settings.schemes);
  const change = (scheme: Scheme, isIn: boolean) =>
    onChange({ schemes: schemes.filter((each) => (each === scheme ? isIn : chosen.has(each))) });
  return (
    <div className={styles.ticks} role="group" aria-label="Judged with">
      <p className={styles.label} aria-hidden="true">
        Judged with
      </p>
      {schemes.map((scheme) => (
        <TickBox key={scheme} isSelected={chosen.has(scheme)} onChange={(isIn) => change(scheme, isIn)}>
          {schemeWords[scheme]}
        </TickBox>
      ))}
      <TickBox isSelected={settings.sensitivity} onChange={(sensitivity) => onChange({ sensitivity })}>
        Other thresholds of high too, by (i)
      </TickBox>
      {settings.schemes.length === 0 && (
        <p className={panel.fault} role="alert">
          Choose one of (i) to (iv): a model is not kept without its worth.
        </p>
      )}
      <p className={panel.note}>
        Each way trains its networks anew. Without (ii) and (iii), nothing says what the model is worth for a
        listener it does not know.
      </p>
    </div>
  );
}
