import { signalAtSites, type SignalAtSites } from '@/ml/eeg/cleaning/signalAtSites';
import type { EegSignal } from '@/ml/eeg/eegSignal';
import { AppError } from '../../../base/errors';
import { headSites } from '../set/headSites';
import { atSites } from '../set/trialWindows';

/** More of a model's channels are not made up of others. */
const mostInterpolated = 0.25;

/**
 * The sites of a model that a recording lacks.
 *
 * @throws AppError 'invalid' where more than a quarter are missing
 */
export function missingSites(found: readonly string[], sites: readonly string[]): string[] {
  const missing = sites.filter((site) => !found.includes(site));
  if (missing.length <= mostInterpolated * sites.length) return missing;
  throw new AppError(
    'invalid',
    `invalid recording: it lacks ${missing.join(', ')} of the model's channels (at most a quarter of ${sites.length} is interpolated)`,
  );
}

/**
 * Brings a recording's channels to those of a model, in their order; some that it lacks are interpolated.
 *
 * @throws AppError 'invalid' where more than a quarter are missing, RangeError for a missing one without a place on the
 *   head
 */
export function atModelSites(signal: EegSignal, sites: readonly string[]): SignalAtSites {
  const missing = missingSites(headSites(signal.channels), sites);
  if (missing.length === 0) return { signal: atSites(signal, sites), interpolated: [] };
  return signalAtSites(signal, sites);
}
