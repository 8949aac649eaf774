import type { EegSignal } from '../eegSignal';

/** Takes the mean of some channels from all of them, sample by sample. */
export function subtractAverage({ samples }: EegSignal, averaged: readonly Float32Array[]): void {
  const length = samples[0]?.length ?? 0;
  for (let at = 0; at < length; at++) {
    let sum = 0;
    for (const channel of averaged) sum += channel[at];
    const mean = sum / averaged.length;
    for (const channel of samples) channel[at] -= mean;
  }
}
