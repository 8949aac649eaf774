import type { EntropyWindows } from '@/ml/eeg/eegSignal';

/** Mean differential entropy over the windows that were not rejected, in nats. */
export interface ChannelMeans {
  channel: string;
  /** By band; null where every window was rejected. */
  nats: Record<string, number | null>;
}

/** The mean of each channel and band over all steps of all windows that are left. */
export function entropyMeans({ channels, bands, steps, values, rejected }: EntropyWindows): ChannelMeans[] {
  const width = channels.length * bands.length;
  const sums = new Float64Array(width);
  let rows = 0;
  for (let row = 0; row < rejected.length * steps; row++) {
    if (rejected[Math.floor(row / steps)] === 1) continue;
    rows++;
    for (let column = 0; column < width; column++) sums[column] += values[row * width + column];
  }
  const meanAt = (column: number) => (rows === 0 ? null : sums[column] / rows);
  return channels.map((channel, place) => ({
    channel,
    nats: Object.fromEntries(bands.map((band, at) => [band, meanAt(place * bands.length + at)])),
  }));
}
