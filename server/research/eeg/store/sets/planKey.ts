import type { EntropyPlan } from '@/ml/eeg/eegSignal';

/** Equal for plans whose windows can be compared, whatever the order in which a plan was stored; hops may differ. */
export function planKey({ bands, windowSeconds, stepSeconds, method }: EntropyPlan): string {
  const ranges = bands.map(({ name, fromHz, toHz }) => [name, fromHz, toHz]);
  return JSON.stringify([ranges, windowSeconds, stepSeconds, method]);
}
