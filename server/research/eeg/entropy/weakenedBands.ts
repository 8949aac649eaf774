import { judgeBands } from '@/ml/eeg/entropy/judgeBands';
import type { EntropyPlan } from '@/ml/eeg/eegSignal';
import type { PlannedCleaning } from './planCleaning';

/**
 * What to know of bands that a recording's filters, and those to come, weaken: a sentence each.
 *
 * @throws RangeError for a band of which they leave nothing, and for bands that cannot be
 */
export function weakenedBands({ plan, passed }: PlannedCleaning, { bands }: EntropyPlan): string[] {
  const judged = judgeBands(bands, plan.rateHz, passed);
  const outside = judged.find(({ verdict }) => verdict === 'outside');
  if (outside) throw new RangeError(`invalid band: ${outside.words}`);
  return judged.flatMap(({ words }) => words ?? []);
}
