import { doubleRowOf } from '@/ml/linear/doubleMatrix';
import type { EegSignal } from '../eegSignal';
import { placeChannels, type PlacedChannel } from '../montage/placeChannels';
import type { SitePosition } from '../montage/sitePositions';
import { splineWeights } from '../montage/splineWeights';

/** Fewer places say nothing of the rest of the head. */
export const fewestPlaces = 4;

type WithPlace = PlacedChannel & { position: SitePosition };
const isPlaced = (placed: PlacedChannel): placed is WithPlace => placed.position !== null;

/**
 * Writes over channels what the others say of their places, by spherical splines (Perrin et al. 1989).
 *
 * @returns the channels that were written: those with a place, where at least four others have one
 */
export function interpolateChannels(signal: EegSignal, channels: readonly string[]): string[] {
  const wanted = new Set(channels);
  const placed = placeChannels(signal.channels).filter(isPlaced);
  const known = placed.filter(({ channel }) => !wanted.has(channel));
  const lost = placed.filter(({ channel }) => wanted.has(channel));
  if (known.length < fewestPlaces || lost.length === 0) return [];
  const samplesOf = ({ channel }: WithPlace) => signal.samples[signal.channels.indexOf(channel)];
  const weights = splineWeights(
    known.map(({ position }) => position),
    lost.map(({ position }) => position),
  );
  lost.forEach((each, row) =>
    writeSum(samplesOf(each), { weights: doubleRowOf(weights, row), sources: known.map(samplesOf) }),
  );
  return lost.map(({ channel }) => channel);
}

/** Writes the weighted sum of signals. */
export function writeSum(
  target: Float32Array,
  { weights, sources }: { weights: Float64Array; sources: readonly Float32Array[] },
): void {
  for (let at = 0; at < target.length; at++) {
    let sum = 0;
    for (let source = 0; source < sources.length; source++) sum += weights[source] * sources[source][at];
    target[at] = sum;
  }
}
