import type { BrainValue } from '@/ml/brain/brainValue';
import type { StudyTarget } from '@/app/ui/study/studyAnswers';
import { meansOf, type EncodingMap, type TestedMap } from './encodingMaps';

export const alpha = 0.05;

/** A map as the brain shows it: its statistic with what survives the test, or the family-wise p values. */
export function mapValues(
  targets: readonly StudyTarget[],
  tested: TestedMap,
  show: 'score' | 'p',
): BrainValue[] {
  return targets.map((target, index) => ({
    target,
    value: show === 'p' ? (tested.pFamily?.[index] ?? null) : tested.observed[index],
    significant: tested.pFamily !== null && tested.pFamily[index] < alpha,
  }));
}

/** The R2 of a model, mean over participants. */
export function r2Values(targets: readonly StudyTarget[], { r2 }: EncodingMap): BrainValue[] {
  const means = r2 && meansOf(r2, targets.length);
  return targets.map((target, index) => ({ target, value: means?.[index] ?? null }));
}
