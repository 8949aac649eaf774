import { signalAtSites } from '@/ml/eeg/cleaning/signalAtSites';
import type { EegSignal } from '@/ml/eeg/eegSignal';
import { placeChannels } from '@/ml/eeg/montage/placeChannels';

/**
 * A signal with the sites that were not recorded behind its own channels, made of those that were.
 *
 * @throws RangeError for a missing site without a place on the head, and where fewer than four channels have one
 */
export function withSites(signal: EegSignal, sites: readonly string[]): EegSignal {
  const recorded = new Set(placeChannels(signal.channels).map(({ channel, site }) => site ?? channel));
  const missing = sites.filter((site) => !recorded.has(site));
  if (missing.length === 0) return signal;
  const made = signalAtSites(signal, missing).signal;
  return {
    rateHz: signal.rateHz,
    channels: [...signal.channels, ...made.channels],
    samples: [...signal.samples, ...made.samples],
  };
}
