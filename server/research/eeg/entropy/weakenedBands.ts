import type { EegBand, EntropyPlan } from '@/ml/eeg/eegSignal';
import { judgeBands } from '@/ml/eeg/entropy/judgeBands';
import type { PlannedCleaning } from './planCleaning';

/**
 * What to know of bands that a recording's filters, and those to come, weaken: a sentence each.
 *
 * @throws RangeError for a band of which they leave nothing, and for bands that cannot be
 */
export function weakenedBands(planned: PlannedCleaning, { bands }: EntropyPlan): string[] {
  const { plan, passed } = planned;
  requireRate(planned, bands);
  const judged = judgeBands(bands, plan.rateHz, passed);
  const outside = judged.find(({ verdict }) => verdict === 'outside');
  if (outside) throw new RangeError(`invalid band: ${outside.words}`);
  return judged.flatMap(({ words }) => words ?? []);
}

/** A recording of few samples a second, such as one of a headband's averages, holds none of the bands of EEG. */
function requireRate({ recording, places }: PlannedCleaning, bands: readonly EegBand[]): void {
  const rateHz = Math.min(...places.map((place) => recording.channels[place].rateHz));
  const lowest = bands.find(({ fromHz }) => fromHz >= rateHz / 2);
  if (!lowest) return;
  const [rate, most] = [rateHz, rateHz / 2].map((hertz) => Number(hertz.toPrecision(3)));
  const told = `it has ${rate} samples a second, which tell of frequencies up to ${most} Hz`;
  throw new RangeError(
    `invalid recording: ${told}, and ${lowest.name} begins at ${lowest.fromHz} Hz (export it with all of its samples, or leave out the band)`,
  );
}
