import { z } from 'zod';
import { entropyPlans } from '@/ml/eeg/entropy/entropyPlans';
import type { EntropyPlan } from '@/ml/eeg/eegSignal';

export const entropyPresets = ['default', 'published'] as const;
export const entropyMethods = ['stft', 'filter-bank'] as const;

const seconds = z.number().min(0.01).max(3600);

const bandShape = z.strictObject({
  name: z.string().trim().min(1).max(40),
  fromHz: z.number().min(0).max(1000),
  toHz: z.number().positive().max(1000),
});

/** How differential entropy is to be measured: a preset, and what differs from it. */
export const entropyWish = z.strictObject({
  preset: z.enum(entropyPresets).default('default'),
  bands: z.array(bandShape).min(1).max(50).optional(),
  windowSeconds: seconds.optional(),
  hopSeconds: seconds.optional(),
  stepSeconds: seconds.optional(),
  method: z.enum(entropyMethods).optional(),
});

export type EntropyWish = z.output<typeof entropyWish>;

/** The plan of a wish. */
export function entropyPlanOf({ preset, ...wish }: EntropyWish): EntropyPlan {
  const named = entropyPlans[preset];
  return {
    bands: wish.bands ?? named.bands,
    windowSeconds: wish.windowSeconds ?? named.windowSeconds,
    hopSeconds: wish.hopSeconds ?? named.hopSeconds,
    stepSeconds: wish.stepSeconds ?? named.stepSeconds,
    method: wish.method ?? named.method,
  };
}
