import { doubleRowOf } from '@/ml/linear/doubleMatrix';
import type { EegSignal } from '../eegSignal';
import { placeChannels, type PlacedChannel } from '../montage/placeChannels';
import { sitePositions, type SitePosition } from '../montage/sitePositions';
import { splineWeights } from '../montage/splineWeights';
import { fewestPlaces, writeSum } from './interpolateChannels';

/** A signal as another montage would have recorded it. */
export interface SignalAtSites {
  /** Channels are the sites that were asked for, in their order. */
  signal: EegSignal;
  /** The sites where no electrode lay, which the others were asked for. */
  interpolated: string[];
}

type WithPlace = PlacedChannel & { position: SitePosition };

/**
 * A signal at the sites that a model was trained on, in its order: those recorded as they are, under their names of
 * today, the others by spherical splines (Perrin et al. 1989). Samples of recorded sites are shared, not copied.
 *
 * @throws RangeError for a site that is none of the 10-05 system, and where sites are missing and fewer than four channels
 *   of the signal have a place
 */
export function signalAtSites(signal: EegSignal, sites: readonly string[]): SignalAtSites {
  const placed = placeChannels(signal.channels).filter((each): each is WithPlace => each.position !== null);
  const recorded = new Map(placed.map(({ site, channel }) => [site, signal.channels.indexOf(channel)]));
  const interpolated = sites.filter((site) => !recorded.has(site));
  const made = samplesOf(signal, placed, interpolated);
  const samples = sites.map((site) => {
    const channel = recorded.get(site);
    return channel === undefined ? made[interpolated.indexOf(site)] : signal.samples[channel];
  });
  return { signal: { rateHz: signal.rateHz, channels: [...sites], samples }, interpolated };
}

/** What all channels with a place say of sites without one. */
function samplesOf(
  signal: EegSignal,
  placed: readonly WithPlace[],
  sites: readonly string[],
): Float32Array[] {
  if (sites.length === 0) return [];
  if (placed.length < fewestPlaces)
    throw new RangeError(
      `invalid channels: ${placed.length} with a place on the head (${fewestPlaces} or more, as ${sites.join(', ')} were not recorded)`,
    );
  const sources = placed.map(({ channel }) => signal.samples[signal.channels.indexOf(channel)]);
  const weights = splineWeights(
    placed.map(({ position }) => position),
    sites.map(positionOf),
  );
  return sites.map((_, row) => {
    const made = new Float32Array(sources[0].length);
    writeSum(made, { weights: doubleRowOf(weights, row), sources });
    return made;
  });
}

function positionOf(site: string): SitePosition {
  const position = sitePositions.get(site);
  if (!position) throw new RangeError(`invalid site: ${site} (a name of the 10-05 system, as Fp1)`);
  return position;
}
