import type { EegBand, EntropyPlan } from '../eegSignal';

/** Theta to gamma. Delta is left out: most recordings are filtered above it. */
export const defaultBands: readonly EegBand[] = [
  { name: 'theta', fromHz: 4, toHz: 8 },
  { name: 'alpha', fromHz: 8, toHz: 13 },
  { name: 'beta', fromHz: 13, toHz: 30 },
  { name: 'gamma', fromHz: 30, toHz: 45 },
];

/** Windows as this project takes them, and as Avramidis et al. (2022) published them, both of the default bands. */
export const entropyPlans = {
  default: { bands: [...defaultBands], windowSeconds: 10, hopSeconds: 0.5, stepSeconds: 1, method: 'stft' },
  published: { bands: [...defaultBands], windowSeconds: 3, hopSeconds: 1, stepSeconds: 1, method: 'stft' },
} satisfies Record<string, EntropyPlan>;
