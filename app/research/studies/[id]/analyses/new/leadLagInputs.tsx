'use client';

import { Choice } from '@/app/ui/field/choice';
import { NumberInput } from '@/app/ui/field/numberInput';
import type { AnalysisSpec, Study } from '@/app/ui/study/studyAnswers';
import { hopOf, wholeRange } from './seconds';
import type { LeadLagSpec } from './specByKind';
import styles from './specSettings.module.css';

type Plan = LeadLagSpec['plan'];

interface LeadLagInputsProps {
  study: Study;
  spec: LeadLagSpec;
  onChange: (spec: AnalysisSpec) => void;
}

const both: Plan['directions'] = ['ratings to brain', 'brain to ratings'];
const directions = [
  { value: 'both', name: 'both' },
  { value: 'ratings to brain', name: 'ratings to brain' },
  { value: 'brain to ratings', name: 'brain to ratings' },
] as const;

/** Who predicts whom, and what a rating's future is told by beside the brain: its own past and the sound. */
export function LeadLagInputs({ study, spec, onChange }: LeadLagInputsProps) {
  const { plan } = spec;
  const hop = hopOf(study);
  const change = (part: Partial<Plan>) => onChange({ ...spec, plan: { ...plan, ...part } });
  const toRatings = plan.directions.includes('brain to ratings');
  return (
    <div className={styles.fields}>
      <Choice
        label="What predicts what"
        value={plan.directions.length > 1 ? 'both' : plan.directions[0]}
        options={directions}
        onChange={(value) => change({ directions: value === 'both' ? both : [value] })}
      />
      {toRatings && (
        <NumberInput
          label="Rating’s own past"
          unit="s"
          value={plan.pastSeconds}
          min={0}
          max={120}
          onChange={(pastSeconds) => change({ pastSeconds })}
        />
      )}
      {toRatings && spec.spaces.length > 0 && (
        <NumberInput
          label="Sound up to"
          unit="s before"
          value={Math.max(...plan.featureDelays) * hop}
          min={0}
          step={hop}
          width="7rem"
          onChange={(seconds) => change({ featureDelays: wholeRange(0, seconds / hop) })}
        />
      )}
    </div>
  );
}
