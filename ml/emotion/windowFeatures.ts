import pool from './melPool.json';
import { bands, columns, featureCount, sumCount } from './poolLayout';

/** What a track's half seconds sum to, and how much each counts. */
export interface PooledTrack {
  /** Sums of every half second, each [sumCount], as `MelPool.finish` gives them. */
  sums: Float32Array[];
  /** Weight of every half second in (0, 1]: near 0 where it lies 40 dB and more below the track's mean power. */
  gate: Float64Array;
  /** Mean of log10 power over the track, half seconds weighted by `gate`. */
  loudness: number;
}

/** Weighs the half seconds of a finished track, so that pauses, fades and leading silence count little. */
export function pooledTrack(sums: Float32Array[]): PooledTrack {
  const power = sums.map((row) => row[columns.power] / row[columns.frames]);
  const meanPower = power.reduce((total, value) => total + value, 0) / power.length;
  const gate = Float64Array.from(power, (value) => value / (value + pool.gate * meanPower));
  let loudness = 0;
  let frames = 0;
  sums.forEach((row, i) => {
    loudness += gate[i] * row[columns.loudness];
    frames += gate[i] * row[columns.frames];
  });
  return { sums, gate, loudness: loudness / frames };
}

/**
 * Features of half seconds `start` to `stop` (exclusive) of a track, [featureCount]: per band the mean, the standard
 * deviation and the mean absolute difference from frame to frame; the lagged differences of groups of bands and of
 * loudness; the standard deviation of loudness; loudness relative to the whole track. `mel_pool.py` computes the same.
 */
export function windowFeatures(track: PooledTrack, start: number, stop: number): Float32Array {
  const mean = windowMeans(track, start, stop);
  const scatter = windowScatter(track, mean, { start, stop });
  const features = new Float32Array(featureCount);
  features.set(mean.subarray(columns.shape, columns.shapeScatter), 0);
  features.set(scatter.subarray(1).map(Math.sqrt), bands);
  features.set(mean.subarray(columns.difference), 2 * bands);
  features[featureCount - 2] = Math.sqrt(scatter[0]);
  features[featureCount - 1] = mean[columns.loudness] - track.loudness;
  return features;
}

/** Mean over the window's frames of every column, [sumCount]. */
function windowMeans(track: PooledTrack, start: number, stop: number): Float64Array {
  const mean = new Float64Array(sumCount);
  let frames = 0;
  for (let i = start; i < stop; i++) {
    const row = track.sums[i];
    frames += track.gate[i] * row[columns.frames];
    for (let column = 0; column < sumCount; column++) mean[column] += track.gate[i] * row[column];
  }
  return mean.map((sum) => sum / frames);
}

/** Variance over the window's frames of loudness, then of each band's shape, [1 + bands]. */
function windowScatter(
  track: PooledTrack,
  mean: Float64Array,
  bounds: { start: number; stop: number },
): Float64Array {
  const scatter = new Float64Array(1 + bands);
  let frames = 0;
  for (let i = bounds.start; i < bounds.stop; i++) {
    const row = track.sums[i];
    const count = row[columns.frames];
    frames += track.gate[i] * count;
    for (let k = 0; k <= bands; k++) {
      const sum = k === 0 ? columns.loudness : columns.shape + k - 1;
      const within = k === 0 ? columns.loudnessScatter : columns.shapeScatter + k - 1;
      scatter[k] += track.gate[i] * (row[within] + count * (row[sum] / count - mean[sum]) ** 2);
    }
  }
  return scatter.map((sum) => sum / frames);
}
