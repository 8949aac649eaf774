import { interpolateChannels } from '@/ml/eeg/cleaning/interpolateChannels';
import type { EegSignal } from '@/ml/eeg/eegSignal';
import { AppError } from '../../../base/errors';
import { headSites } from '../set/headSites';

/** More of a model's channels are not made up of others. */
const mostInterpolated = 0.25;

/** A signal at the places that a model knows. */
export interface SignalAtSites {
  signal: EegSignal;
  /** Sites that the recording lacks, made of the others by spherical splines. */
  interpolated: string[];
}

/**
 * Brings a recording's channels to a model's sites, in their order.
 *
 * @throws AppError 'invalid' where more than a quarter of the sites are missing, or one has no place on the head
 */
export function signalAtSites(
  { rateHz, channels, samples }: EegSignal,
  sites: readonly string[],
): SignalAtSites {
  const found = headSites(channels);
  const interpolated = sites.filter((site) => !found.includes(site));
  const refuse = (why: string) =>
    new AppError(
      'invalid',
      `invalid recording: it lacks ${interpolated.join(', ')} of the model's channels (${why})`,
    );
  if (interpolated.length > mostInterpolated * sites.length)
    throw refuse(`at most a quarter of ${sites.length} is interpolated`);
  const length = samples[0].length;
  const all: EegSignal = {
    rateHz,
    channels: [...found, ...interpolated],
    samples: [...samples, ...interpolated.map(() => new Float32Array(length))],
  };
  const written = interpolateChannels(all, interpolated);
  if (written.length < interpolated.length) throw refuse('without a place on the head');
  const at = sites.map((site) => all.samples[all.channels.indexOf(site)]);
  return { signal: { rateHz, channels: [...sites], samples: at }, interpolated };
}
