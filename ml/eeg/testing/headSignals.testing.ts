import { createRandom } from '../../random';
import { sitePositions } from '../montage/sitePositions';

/** White noise of a standard deviation. */
export function whiteNoise(length: number, seed: number, deviation = 1): Float64Array {
  const random = createRandom(seed, 'white noise');
  return Float64Array.from({ length }, () => deviation * random.bell());
}

/**
 * Signals of a few slow sources in the head, which neighbours share, with a little noise of each site's own,
 * [site][sample] in microvolts.
 */
export function headSignals(sites: readonly string[], length: number, seed = 1): Float64Array[] {
  const sources = [
    [0.6, 0.5, 0.6],
    [-0.6, 0.5, 0.6],
    [0, -0.9, 0.4],
    [0, 0, 1],
  ].map((place, index) => ({ place, wave: smoothed(whiteNoise(length, seed + index, 60)) }));
  return sites.map((site, index) => {
    const position = sitePositions.get(site)!;
    const signal = whiteNoise(length, 100 * seed + index, 0.5);
    for (const { place, wave } of sources) {
      const apart = Math.hypot(...place.map((value, axis) => value - position[axis]));
      const share = Math.exp(-(apart ** 2));
      wave.forEach((value, at) => (signal[at] += share * value));
    }
    return signal;
  });
}

/** The mean of each sample and the seven before it. */
function smoothed(noise: Float64Array): Float64Array {
  return noise.map((_, at) => {
    const before = noise.subarray(Math.max(0, at - 7), at + 1);
    return before.reduce((sum, value) => sum + value, 0) / 8;
  });
}
