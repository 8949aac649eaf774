import type { EntropySteps } from '@/ml/eeg/eegSignal';

/** Mean differential entropy over the windows that were not rejected, in nats. */
export interface ChannelMeans {
  channel: string;
  /** By band; null where every window was rejected. */
  nats: Record<string, number | null>;
}

/** The mean of each channel and band over all steps of all windows that are left. */
export function entropyMeans({
  channels,
  bands,
  steps,
  rows,
  places,
  rejected,
}: EntropySteps): ChannelMeans[] {
  const width = channels.length * bands.length;
  const sums = new Float64Array(width);
  let count = 0;
  places.forEach((place, at) => {
    if (rejected[Math.floor(at / steps)] === 1) return;
    count++;
    for (let column = 0; column < width; column++) sums[column] += rows[place * width + column];
  });
  const meanAt = (column: number) => (count === 0 ? null : sums[column] / count);
  return channels.map((channel, place) => ({
    channel,
    nats: Object.fromEntries(bands.map((band, at) => [band, meanAt(place * bands.length + at)])),
  }));
}
