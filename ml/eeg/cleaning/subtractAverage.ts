import type { EegSignal } from '../eegSignal';

/** Takes the mean of some channels from all of them, sample by sample. */
export function subtractAverage({ samples }: EegSignal, averaged: readonly Float32Array[]): void {
  const length = samples[0]?.length ?? 0;
  const count = averaged.length;
  for (let at = 0; at < length; at++) {
    let sum = 0;
    for (let channel = 0; channel < count; channel++) sum += averaged[channel][at];
    const mean = sum / count;
    for (let channel = 0; channel < samples.length; channel++) samples[channel][at] -= mean;
  }
}
