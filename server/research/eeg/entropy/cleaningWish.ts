import { z } from 'zod';
import { defaultCleaning, defaultLimits, type CleaningPlan } from '@/ml/eeg/cleaning/cleaningPlan';

const frequencyHz = z.number().positive().max(1000);
const channelNames = z.array(z.string().min(1).max(100)).max(1000);

/** How a recording is to be cleaned; null leaves a step out. */
export const cleaningWish = z.strictObject({
  /** Which channels are the head's; those that the recording says are EEG where left out. */
  channels: channelNames.min(1).optional(),
  /** Known to be bad, as the recording names them. */
  badChannels: channelNames.default([]),
  /** Whether others are looked for. */
  findBad: z.boolean().default(true),
  badChannelsAre: z.enum(['interpolated', 'left out']).default(defaultCleaning.badChannelsAre),
  reference: z.enum(['average', 'none']).default('average'),
  highPassHz: frequencyHz.nullable().default(defaultCleaning.highPassHz),
  lowPassHz: frequencyHz.nullable().default(defaultCleaning.lowPassHz),
  notchHz: z
    .array(frequencyHz)
    .max(20)
    .default([...defaultCleaning.notchHz]),
  /** A second is rejected in which a channel moves by more. */
  rejectMicrovolts: z.number().positive().nullable().default(defaultCleaning.mostPeakToPeakMicrovolts),
  /** Of the 3 s before each of DEAP's trials: left out as they are, or with their mean subtracted from the trial. */
  baseline: z.enum(['drop', 'subtract']).optional(),
  /** What channels are measured in whose unit the file does not tell. */
  unit: z.string().max(20).optional(),
});

export type CleaningWish = z.output<typeof cleaningWish>;

/** The plan of a wish, for channels of which some may be marked as bad by the recording itself. */
export function cleaningPlanOf(wish: CleaningWish, markedBad: readonly string[]): CleaningPlan {
  return {
    ...defaultCleaning,
    highPassHz: wish.highPassHz,
    lowPassHz: wish.lowPassHz,
    notchHz: wish.notchHz,
    reference: wish.reference === 'average' ? 'average' : 'as recorded',
    badChannels: [...new Set([...wish.badChannels, ...markedBad])],
    limits: wish.findBad ? defaultLimits : null,
    badChannelsAre: wish.badChannelsAre,
    mostPeakToPeakMicrovolts: wish.rejectMicrovolts,
    unitWhereUntold: wish.unit ?? null,
  };
}
