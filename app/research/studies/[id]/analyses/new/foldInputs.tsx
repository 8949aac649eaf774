'use client';

import { Choice } from '@/app/ui/field/choice';
import { NumberInput } from '@/app/ui/field/numberInput';
import type { AnalysisSpec, Study } from '@/app/ui/study/studyAnswers';
import { hopOf } from './seconds';
import type { EncodingSpec, LeadLagSpec } from './specByKind';
import styles from './specSettings.module.css';

type Folds = EncodingSpec['plan']['folds'];

interface FoldInputsProps {
  study: Study;
  spec: EncodingSpec | LeadLagSpec;
  onChange: (spec: AnalysisSpec) => void;
}

const kinds = [
  { value: 'pieces', name: 'one piece at a time' },
  { value: 'blocks', name: 'blocks with gaps' },
] as const;

/** What is held out. */
export function FoldInputs({ study, spec, onChange }: FoldInputsProps) {
  const hop = hopOf(study);
  const { folds } = spec.plan;
  const change = (next: Folds) =>
    onChange(
      spec.kind === 'encoding'
        ? { ...spec, plan: { ...spec.plan, folds: next } }
        : { ...spec, plan: { ...spec.plan, folds: next } },
    );
  const longest = spec.kind === 'encoding' ? Math.max(...spec.plan.delays) : Math.round(20 / hop);
  const blocks: Folds = { kind: 'blocks', count: 5, gapSamples: longest };
  return (
    <div className={styles.fields}>
      <Choice
        label="Held out"
        value={folds.kind}
        options={kinds}
        onChange={(kind) => change(kind === 'pieces' ? { kind } : blocks)}
      />
      {folds.kind === 'blocks' && (
        <>
          <NumberInput
            label="Blocks"
            value={folds.count}
            min={2}
            max={50}
            step={1}
            onChange={(count) => change({ ...folds, count })}
          />
          <NumberInput
            label="Gap"
            unit="s"
            value={folds.gapSamples * hop}
            min={0}
            onChange={(seconds) => change({ ...folds, gapSamples: Math.round(seconds / hop) })}
          />
        </>
      )}
      {folds.kind === 'pieces' && study.stimuli.length === 3 && (
        <p className={styles.note}>
          With three pieces, leaving one out also tests whether what is learned of one mood holds for another.
        </p>
      )}
    </div>
  );
}
