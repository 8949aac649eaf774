'use client';

import { Choice } from '@/app/ui/field/choice';
import { NumberInput } from '@/app/ui/field/numberInput';
import type { AnalysisSpec, Study } from '@/app/ui/study/studyAnswers';
import { FoldInputs } from './foldInputs';
import { hopOf, powers, wholeRange } from './seconds';
import type { EncodingSpec, LeadLagSpec } from './specByKind';
import styles from './specSettings.module.css';

interface ModelInputsProps {
  study: Study;
  spec: EncodingSpec | LeadLagSpec;
  onChange: (spec: AnalysisSpec) => void;
}

/** The ridge regression: delays, penalties, what is held out. */
export function ModelInputs({ study, spec, onChange }: ModelInputsProps) {
  const setAlphas = (alphas: number[]) =>
    onChange(
      spec.kind === 'encoding'
        ? { ...spec, plan: { ...spec.plan, alphas } }
        : { ...spec, plan: { ...spec.plan, alphas } },
    );
  return (
    <>
      {spec.kind === 'encoding' && <DelayInputs study={study} spec={spec} onChange={onChange} />}
      <AlphaInputs alphas={spec.plan.alphas} onChange={setAlphas} />
      {spec.kind === 'encoding' && <PenaltyInputs spec={spec} onChange={onChange} />}
      <FoldInputs study={study} spec={spec} onChange={onChange} />
    </>
  );
}

interface EncodingInputsProps {
  spec: EncodingSpec;
  onChange: (spec: EncodingSpec) => void;
}

function DelayInputs({ study, spec, onChange }: EncodingInputsProps & { study: Study }) {
  const hop = hopOf(study);
  const { delays } = spec.plan;
  const [from, to] = [Math.min(...delays) * hop, Math.max(...delays) * hop];
  const change = (next: { from: number; to: number }) =>
    next.to >= next.from &&
    onChange({ ...spec, plan: { ...spec.plan, delays: wholeRange(next.from / hop, next.to / hop) } });
  return (
    <div className={styles.fields}>
      <NumberInput
        label="Delays from"
        unit="s"
        value={from}
        step={hop}
        onChange={(value) => change({ from: value, to })}
      />
      <NumberInput
        label="to"
        unit="s"
        value={to}
        step={hop}
        onChange={(value) => change({ from, to: value })}
      />
      <p className={styles.note}>{`Every ${hop} s between: the brain follows the sound by that much.`}</p>
    </div>
  );
}

function AlphaInputs({ alphas, onChange }: { alphas: number[]; onChange: (alphas: number[]) => void }) {
  const exponent = (value: number) => Number(Math.log10(value).toFixed(3));
  const now = {
    from: exponent(Math.min(...alphas)),
    to: exponent(Math.max(...alphas)),
    count: alphas.length,
  };
  const change = (part: Partial<typeof now>) => {
    const next = { ...now, ...part };
    if (next.to >= next.from && next.count >= 1) onChange(powers(next.from, next.to, next.count));
  };
  return (
    <div className={styles.fields}>
      <NumberInput label="Alphas from 10 to the" value={now.from} onChange={(from) => change({ from })} />
      <NumberInput label="to 10 to the" value={now.to} onChange={(to) => change({ to })} />
      <NumberInput
        label="How many"
        value={now.count}
        min={1}
        max={100}
        step={1}
        onChange={(count) => change({ count })}
      />
      <p className={styles.note}>Coefficients shrink by S² / (S² + alpha).</p>
    </div>
  );
}

const alphaFor = [
  { value: 'target', name: 'one a region' },
  { value: 'all', name: 'one for all' },
] as const;
const scores = [
  { value: 'r', name: 'r' },
  { value: 'r2', name: 'R²' },
] as const;
const penalties = [
  { value: 'plain', name: 'plain' },
  { value: 'banded', name: 'banded' },
] as const;

/** Candidates of the random search, where none was said. */
const usualCandidates = 30;

function PenaltyInputs({ spec, onChange }: EncodingInputsProps) {
  const { plan } = spec;
  const change = (part: Partial<EncodingSpec['plan']>) => onChange({ ...spec, plan: { ...plan, ...part } });
  return (
    <div className={styles.fields}>
      <Choice
        label="Alpha"
        value={plan.alphaFor}
        options={alphaFor}
        onChange={(value) => change({ alphaFor: value })}
      />
      <Choice label="Score" value={plan.score} options={scores} onChange={(score) => change({ score })} />
      <Choice
        label="Penalty of the spaces"
        value={plan.banded ? 'banded' : 'plain'}
        options={penalties}
        onChange={(kind) => change({ banded: kind === 'banded' ? { candidates: usualCandidates } : null })}
      />
      {plan.banded && (
        <NumberInput
          label="Candidates"
          value={plan.banded.candidates}
          min={1}
          max={1000}
          step={1}
          onChange={(candidates) => change({ banded: { candidates } })}
        />
      )}
    </div>
  );
}
