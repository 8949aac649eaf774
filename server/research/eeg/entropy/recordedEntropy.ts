import { basename } from 'node:path';
import { entropySteps } from '@/ml/eeg/entropy/differentialEntropy';
import type { EntropyPlan, EntropySteps } from '@/ml/eeg/eegSignal';
import { AppError } from '../../../base/errors';
import { parseInput } from '../../../base/parseInput';
import type { EegEvent, EegOptions } from '../../recordings/eeg/eegRecording';
import { openEeg } from '../../recordings/eeg/openEeg';
import { accepted } from '../accepted';
import { cleanRecording, type CleanRecording } from './cleanRecording';
import { entropyPlanOf } from './entropyWish';
import { measuringWish, type MeasuringWish } from './measuringWish';
import { planCleaning } from './planCleaning';
import { withSites } from './withSites';
import { weakenedBands } from './weakenedBands';

/** Differential entropy of a whole recording, and what was dropped on the way. */
export interface RecordedEntropy {
  name: string;
  format: string;
  events: EegEvent[];
  plan: EntropyPlan;
  clean: Omit<CleanRecording, 'signal'>;
  /** From the recording's first sample on. */
  windows: EntropySteps;
}

interface MeasuringOptions extends EegOptions {
  /** Places on the head that are interpolated where they were not recorded, behind the recording's own channels. */
  sites?: readonly string[];
}

/**
 * Opens, cleans and measures a recording. A band that filters took away is refused before anything is read, one that
 * they weaken is told among the warnings.
 *
 * @throws AppError 'invalid' for what cannot be measured, and what opening throws; an AbortError on `options.signal`
 */
export async function recordedEntropy(
  path: string,
  wish: MeasuringWish,
  { sites = [], ...options }: MeasuringOptions = {},
): Promise<RecordedEntropy> {
  const { cleaning, entropy } = parseInput(measuringWish, wish);
  const plan = entropyPlanOf(entropy);
  const recording = await openEeg(path, { baseline: cleaning.baseline, ...options });
  const planned = planCleaning({ path, recording }, cleaning);
  const { format, events, durationSeconds } = recording;
  if (durationSeconds < plan.windowSeconds) throw tooShort(path, plan, durationSeconds);
  const weakened = await accepted(basename(path), () => weakenedBands(planned, plan));
  const { signal, ...clean } = await cleanRecording(planned, options.signal);
  const windows = await accepted(basename(path), () => entropySteps(withSites(signal, sites), plan, clean));
  if (windows.startSeconds.length === 0) throw tooShort(path, plan, durationSeconds);
  const warnings = [...clean.warnings, ...weakened];
  return { name: basename(path), format, events, plan, clean: { ...clean, warnings }, windows };
}

function tooShort(
  path: string,
  { windowSeconds, stepSeconds }: EntropyPlan,
  durationSeconds: number,
): AppError {
  const lasts = Number(durationSeconds.toPrecision(3));
  const shorter = stepSeconds * Math.floor(durationSeconds / stepSeconds);
  const hint = shorter > 0 ? `measure it by windows of ${shorter} s or less` : 'bring a longer one';
  return new AppError(
    'invalid',
    `invalid FILE: ${basename(path)} (it lasts ${lasts} s, shorter than a window of ${windowSeconds} s: ${hint})`,
  );
}
