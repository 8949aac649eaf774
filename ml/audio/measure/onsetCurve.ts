import { centredMeans } from './centredSums';
import definition from './rhythm.json';

const { framesPerHalfSecond, floorLoudness, levelReachFrames, onsetReachFrames, peakReachFrames } =
  definition;
const { onsetSalience, smoothing, shortestLag, longestLag, quietShare } = definition;

/** Lags of the products: 0, and from one frame before the shortest to one after the longest. */
export const lagCount = longestLag - shortestLag + 4;

/** Mean loudness of the 6 s around every frame. */
export function surroundings(loudness: Float64Array): Float64Array {
  return centredMeans(loudness, levelReachFrames);
}

/** By how much the loudness of every frame has risen, relative to its surroundings. */
export function onsetCurve(rise: Float64Array, around: Float64Array): Float64Array {
  return rise.map((value, frame) => value / (around[frame] + floorLoudness));
}

/** Near 1 where a frame is far under its surroundings, 0.5 where 6 dB. */
export function quietFrames(loudness: Float64Array, around: Float64Array): Float64Array {
  return loudness.map((value, frame) => {
    const ratio = (value + floorLoudness) / (quietShare * (around[frame] + floorLoudness));
    return 1 / (1 + ratio ** 8);
  });
}

/** How far each frame is an onset, 0 to 1: a peak of the curve, by how much it stands out of the second around. */
export function onsetsOf(onset: Float64Array): Float64Array {
  const means = centredMeans(onset, onsetReachFrames);
  return onset.map((value, frame) => {
    const salience = value - means[frame];
    if (salience <= 0 || !isPeak(onset, frame)) return 0;
    return salience ** 2 / (salience ** 2 + onsetSalience ** 2);
  });
}

function isPeak(onset: Float64Array, frame: number): boolean {
  for (let distance = 1; distance <= peakReachFrames; distance++) {
    if (!(onset[frame] > (onset[frame - distance] ?? 0))) return false;
    if (!(onset[frame] >= (onset[frame + distance] ?? 0))) return false;
  }
  return true;
}

/**
 * Products of the onset curve, less its mean over the second around and smoothed, with itself `lagCount` lags before,
 * summed in every half second: [halfSeconds, lagCount].
 */
export function lagProducts(onset: Float64Array): Float64Array {
  const curve = smoothed(centredMeans(onset, onsetReachFrames).map((mean, frame) => onset[frame] - mean));
  const halfSeconds = Math.floor((onset.length - 1) / framesPerHalfSecond) + 1;
  const products = new Float64Array(halfSeconds * lagCount);
  for (let frame = 0; frame < curve.length; frame++) {
    const at = Math.floor(frame / framesPerHalfSecond) * lagCount;
    products[at] += curve[frame] ** 2;
    const lags = Math.min(lagCount - 1, frame - shortestLag + 2);
    for (let i = 1, earlier = frame - shortestLag + 1; i <= lags; i++, earlier--) {
      products[at + i] += curve[frame] * curve[earlier];
    }
  }
  return products;
}

function smoothed(curve: Float64Array): Float64Array {
  const reach = smoothing.length >> 1;
  return curve.map((_, frame) =>
    smoothing.reduce((sum, weight, i) => sum + weight * (curve[frame + i - reach] ?? 0), 0),
  );
}
