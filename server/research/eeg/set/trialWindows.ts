import { differentialEntropy } from '@/ml/eeg/entropy/differentialEntropy';
import type { EegSignal, EntropyPlan, EntropyWindows } from '@/ml/eeg/eegSignal';
import { AppError } from '../../../base/errors';
import type { CleanRecording } from '../entropy/cleanRecording';
import { headSites } from './headSites';

/** A stretch of a recording, in seconds. */
interface Stretch {
  onsetSeconds: number;
  durationSeconds: number;
}

/**
 * Of a clean signal the channels at these sites, in their order.
 *
 * @throws AppError 'invalid' where one was left out
 */
export function atSites({ rateHz, channels, samples }: EegSignal, sites: readonly string[]): EegSignal {
  const found = headSites(channels);
  const places = sites.map((site) => found.indexOf(site));
  const missing = sites.filter((_, index) => places[index] < 0);
  if (missing.length > 0)
    throw new AppError('invalid', `${missing.join(', ')} is bad and cannot be interpolated`);
  return { rateHz, channels: [...sites], samples: places.map((place) => samples[place]) };
}

/**
 * The windows of a trial, from its onset on, rejected where artefacts were.
 *
 * @param signal of the whole recording
 * @throws RangeError where the trial does not lie within the recording
 */
export function trialWindows(
  signal: EegSignal,
  { onsetSeconds, durationSeconds }: Stretch,
  { plan, clean }: { plan: EntropyPlan; clean: Pick<CleanRecording, 'passed' | 'rejected'> },
): EntropyWindows {
  const first = Math.round(onsetSeconds * signal.rateHz);
  const end = Math.round((onsetSeconds + durationSeconds) * signal.rateHz);
  const length = signal.samples[0].length;
  // A recording may end within the last sample of its last trial.
  if (end > length + signal.rateHz)
    throw new RangeError(
      `invalid trial: ${onsetSeconds} to ${onsetSeconds + durationSeconds} s (the recording lasts ${(length / signal.rateHz).toFixed(1)} s)`,
    );
  const cut = { ...signal, samples: signal.samples.map((samples) => samples.subarray(first, end)) };
  const start = first / signal.rateHz;
  const rejected = clean.rejected.map(({ startSeconds, endSeconds }) => ({
    startSeconds: startSeconds - start,
    endSeconds: endSeconds - start,
  }));
  return differentialEntropy(cut, plan, { passed: clean.passed, rejected });
}
