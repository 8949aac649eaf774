import { basename } from 'node:path';
import { z } from 'zod';
import { differentialEntropy } from '@/ml/eeg/entropy/differentialEntropy';
import type { EntropyPlan, EntropyWindows } from '@/ml/eeg/eegSignal';
import { AppError } from '../../../base/errors';
import { openEeg } from '../../recordings/eeg/openEeg';
import { accepted } from '../accepted';
import { cleaningWish, type CleaningWish } from '../entropy/cleaningWish';
import { cleanRecording } from '../entropy/cleanRecording';
import { planCleaning } from '../entropy/planCleaning';
import { weakenedBands } from '../entropy/weakenedBands';
import type { EegModelRecord } from '../model/eegModelRecord';
import { atModelSites } from './atModelSites';
import { hearWindows, type HeardWindows } from './hearWindows';
import type { QueryModel } from './queryModel';

/** Which stretch of a recording is asked by, and what is known of its channels. */
export const stretchWish = z.strictObject({
  fromSeconds: z.number().min(0).max(1e6).default(0),
  /** The end where left out. */
  toSeconds: z.number().positive().max(1e6).optional(),
  channels: cleaningWish.shape.channels,
  badChannels: cleaningWish.shape.badChannels,
});

export type StretchWish = z.output<typeof stretchWish>;

/** What a model heard in a recording. */
export interface HeardRecording extends Omit<HeardWindows, 'attention'> {
  name: string;
  windows: { all: number; rejected: number; heard: number };
  interpolated: string[];
  warnings: string[];
}

/**
 * Cleans and measures a recording as the model's training set was, and hears the windows of a stretch of it; the
 * listener's level is that of the whole recording.
 *
 * @throws AppError 'invalid' where no window of the stretch is left, or the recording does not fit the model
 */
export async function heardRecording(
  path: string,
  { model, stretch, signal }: { model: QueryModel; stretch: StretchWish; signal?: AbortSignal },
): Promise<HeardRecording> {
  const { set } = model.record;
  const plan = planOf(set);
  const recording = await openEeg(path, { baseline: set.measuring?.cleaning.baseline, signal });
  const planned = planCleaning({ path, recording }, cleaningOf(set, stretch));
  const warnings = await accepted(basename(path), () => weakenedBands(planned, plan));
  const clean = await cleanRecording(planned, signal);
  const { windows, interpolated } = await accepted(basename(path), () => {
    const at = atModelSites(clean.signal, set.channels);
    return { ...at, windows: differentialEntropy(at.signal, plan, clean) };
  });
  const chosen = windowsWithin(windows, plan, stretch);
  const rejected = windows.rejected.reduce((sum, each) => sum + each, 0);
  if (chosen.length === 0) throw noneLeft(path, { all: windows.rejected.length, rejected, plan });
  const { vector, probability } = await hearWindows(model, windows, chosen);
  return {
    ...{ name: basename(path), vector, probability, interpolated },
    windows: { all: windows.rejected.length, rejected, heard: chosen.length },
    warnings: [...clean.warnings, ...warnings],
  };
}

/** How a model's training set was measured. */
export function planOf({
  bands,
  windowSeconds,
  hopSeconds,
  stepSeconds,
  measuring,
}: EegModelRecord['set']): EntropyPlan {
  const method = measuring?.entropy.method ?? 'stft';
  return { bands, windowSeconds, hopSeconds, stepSeconds, method };
}

function cleaningOf(
  { measuring }: EegModelRecord['set'],
  { channels, badChannels }: StretchWish,
): CleaningWish {
  return { ...(measuring?.cleaning ?? cleaningWish.parse({})), channels, badChannels };
}

/** Windows of the stretch without artefacts, by index. */
export function windowsWithin(
  { startSeconds, rejected }: EntropyWindows,
  { windowSeconds }: EntropyPlan,
  { fromSeconds, toSeconds = Infinity }: Pick<StretchWish, 'fromSeconds' | 'toSeconds'>,
): number[] {
  return Array.from(startSeconds, (_, window) => window).filter((window) => {
    const start = startSeconds[window];
    return rejected[window] === 0 && start >= fromSeconds && start + windowSeconds <= toSeconds;
  });
}

function noneLeft(
  path: string,
  { all, rejected, plan }: { all: number; rejected: number; plan: EntropyPlan },
): AppError {
  const told = `${all} windows of ${plan.windowSeconds} s, ${rejected} of them with artefacts: none is left of the stretch`;
  return new AppError('invalid', `invalid stretch: ${basename(path)} (${told})`);
}
