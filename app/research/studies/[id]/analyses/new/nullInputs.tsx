'use client';

import { NumberInput } from '@/app/ui/field/numberInput';
import { Select } from '@/app/ui/field/select';
import { TickBox } from '@/app/ui/field/tickBox';
import type { AnalysisSpec, Study } from '@/app/ui/study/studyAnswers';
import { hopOf } from './seconds';
import type { EncodingSpec } from './specByKind';
import styles from './specSettings.module.css';

interface NullInputsProps {
  study: Study;
  spec: AnalysisSpec;
  onChange: (spec: AnalysisSpec) => void;
}

const names = {
  encoding: {
    phase: 'random phases of the features',
    blocks: 'held-out blocks permuted (quick)',
    signs: 'signs of participants flipped',
    none: 'not tested',
  },
  coupling: {
    phase: 'features randomised in phase',
    shift: 'features shifted in a circle',
    none: 'not tested',
  },
  leadLag: { phase: 'randomised in phase', none: 'not tested' },
  intersubject: {
    phase: 'recordings randomised in phase',
    bootstrap: 'participants drawn with replacement',
    none: 'not tested',
  },
} as const;

const usualCount = 500;

/** What the numbers are compared with, how often, and the seed of it. */
export function NullInputs({ study, spec, onChange }: NullInputsProps) {
  const asked = nullOf(spec);
  const kind = asked === null ? 'none' : (asked.kind ?? 'phase');
  const options = Object.entries(names[spec.kind]).map(([value, name]) => ({ value, name }));
  const count = asked?.count ?? usualCount;
  return (
    <>
      <div className={styles.fields}>
        <Select
          label="Compared with"
          value={kind}
          options={options}
          onChange={(next) => onChange(withNull(spec, next, { count, study }))}
        />
        {asked && (
          <NumberInput
            label="How many"
            value={asked.count}
            min={1}
            max={10_000}
            step={1}
            onChange={(next) => onChange(withCount(spec, next))}
          />
        )}
        <NumberInput
          label="Seed"
          value={spec.plan.seed}
          min={0}
          step={1}
          format={{ useGrouping: false }}
          onChange={(seed) => onChange({ ...spec, plan: { ...spec.plan, seed } } as AnalysisSpec)}
        />
      </div>
      {spec.kind === 'encoding' && <EncodingNull spec={spec} onChange={onChange} />}
    </>
  );
}

function EncodingNull({ spec, onChange }: { spec: EncodingSpec; onChange: (spec: AnalysisSpec) => void }) {
  const asked = spec.plan.null;
  if (asked?.kind === 'signs')
    return (
      <p className={styles.warning}>
        Everybody heard the same music: with 10 % of shared signal that has nothing to do with the features,
        flipping signs found something in 93 of 100 studies where there was nothing, randomised phases in 10
        to 13. It speaks of the population, for these stimuli, and of nothing else.
      </p>
    );
  if (asked?.kind !== 'phase') return null;
  return (
    <TickBox
      isSelected={asked.refit}
      onChange={(refit) => onChange({ ...spec, plan: { ...spec.plan, null: { ...asked, refit } } })}
    >
      Learn models anew from every surrogate (slower, and exact)
    </TickBox>
  );
}

type AnyNull = { count: number; kind?: string } | null;

const nullOf = (spec: AnalysisSpec): AnyNull =>
  spec.kind === 'coupling' ? spec.plan.surrogates : spec.plan.null;

const withCount = (spec: AnalysisSpec, count: number): AnalysisSpec =>
  withNullValue(spec, { ...nullOf(spec), count });

function withNull(
  spec: AnalysisSpec,
  kind: string,
  { count, study }: { count: number; study: Study },
): AnalysisSpec {
  if (kind === 'none') return withNullValue(spec, null);
  if (spec.kind === 'leadLag') return withNullValue(spec, { count });
  if (spec.kind !== 'encoding') return withNullValue(spec, { kind, count });
  // Blocks longer than what blood needs to answer.
  const blockSamples = Math.max(1, Math.round(20 / hopOf(study)));
  const more = { phase: { refit: true }, blocks: { blockSamples }, signs: {} }[kind] ?? {};
  return withNullValue(spec, { kind, count, ...more });
}

/** The null stands under another name in each kind of plan. */
function withNullValue(spec: AnalysisSpec, value: object | null): AnalysisSpec {
  const key = spec.kind === 'coupling' ? 'surrogates' : 'null';
  return { ...spec, plan: { ...spec.plan, [key]: value } } as AnalysisSpec;
}
