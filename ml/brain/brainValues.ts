import type { TestedMap } from '@/ml/encoding/encodingReport';
import type { Target } from '@/ml/encoding/preparedStudy';
import type { BrainValue } from './brainValue';

/** By which test a region is edged: corrected over regions family-wise or by false discovery rate, or each by itself. */
type Correction = 'family' | 'fdr' | 'none';

export interface SignificanceOptions {
  correction: Correction;
  /** The largest p (or q) that counts as significant. */
  level: number;
}

const usual: SignificanceOptions = { correction: 'family', level: 0.05 };

/** A tested map as values by region: observed means, significant where its p or q is at most the level. */
export function brainValues(
  targets: readonly Target[],
  map: TestedMap,
  { correction, level }: SignificanceOptions = usual,
): BrainValue[] {
  const chances = { family: map.pFamily, fdr: map.q, none: map.p }[correction];
  return targets.map((target, index) => {
    const observed = map.observed[index];
    const value = Number.isFinite(observed) ? observed : null;
    return { target, value, significant: chances !== null && value !== null && chances[index] <= level };
  });
}

/** What the dark edge of such a map stands for: "p < .05, family-wise"; null where nothing was tested. */
export function significanceWords(
  map: TestedMap,
  { correction, level }: SignificanceOptions = usual,
): string | null {
  const number = String(level).replace(/^0/, '');
  const words = {
    family: map.pFamily && `p ≤ ${number}, family-wise`,
    fdr: map.q && `q ≤ ${number}, false discovery rate`,
    none: map.p && `p ≤ ${number}, uncorrected`,
  };
  return words[correction];
}
