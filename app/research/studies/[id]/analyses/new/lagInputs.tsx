'use client';

import { NumberInput } from '@/app/ui/field/numberInput';
import type { AnalysisSpec } from '@/app/ui/study/studyAnswers';
import { stepRange } from './seconds';
import styles from './specSettings.module.css';

interface LagInputsProps {
  spec: AnalysisSpec;
  onChange: (spec: AnalysisSpec) => void;
}

/** The lags in seconds, from one to another in steps. */
export function LagInputs({ spec, onChange }: LagInputsProps) {
  if (spec.kind !== 'coupling' && spec.kind !== 'leadLag') return null;
  const { lagsSeconds } = spec.plan;
  const [from, to] = [Math.min(...lagsSeconds), Math.max(...lagsSeconds)];
  const step = lagsSeconds.length > 1 ? Number(((to - from) / (lagsSeconds.length - 1)).toFixed(6)) : 1;
  const change = (part: { from?: number; to?: number; step?: number }) => {
    const next = { from, to, step, ...part };
    if (!(next.step > 0) || !(next.to >= next.from)) return;
    const lags = stepRange(next.from, next.to, next.step);
    onChange(
      spec.kind === 'coupling'
        ? { ...spec, plan: { ...spec.plan, lagsSeconds: lags } }
        : { ...spec, plan: { ...spec.plan, lagsSeconds: lags } },
    );
  };
  return (
    <div className={styles.fields}>
      <NumberInput label="From" unit="s" value={from} onChange={(value) => change({ from: value })} />
      <NumberInput label="To" unit="s" value={to} onChange={(value) => change({ to: value })} />
      <NumberInput label="In steps of" unit="s" value={step} onChange={(value) => change({ step: value })} />
      {spec.kind === 'coupling' && (
        <NumberInput
          label="Sampled every"
          unit="s"
          value={spec.hopSeconds}
          onChange={(hopSeconds) => onChange({ ...spec, hopSeconds })}
        />
      )}
      <p className={styles.note}>
        {spec.kind === 'coupling'
          ? 'A rating comes after the sound it is about: a lag of 2 s sets it 2 s later.'
          : 'Above 0, what is predicted comes later than what predicts it. What blood shows is about 5 s late.'}
      </p>
    </div>
  );
}
