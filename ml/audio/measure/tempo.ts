import { frameHopSeconds } from './logMel';

export interface Tempo {
  beatsPerMinute: number;
  /** 0 to 1: how far the pulse stands out of what noise of this length shows; 1 for a flawless one. */
  confidence: number;
}

const framesPerMinute = 60 / frameHopSeconds;
const tempoRangeBpm = [40, 200] as const;
/** Centre and spread, in octaves, of the tempi listeners prefer: as in librosa. */
const preferredBpm = 120;
const preferenceOctaves = 1;
const leastSeconds = 4;
/** Mean onset strength, in log10 units, under which nothing begins: silence, a drone. */
const leastOnset = 1e-3;
/** Standard deviation of the smoothing of onsets: 20 ms (Ellis 2007). */
const smoothingFrames = 0.02 / frameHopSeconds;
/** Half of the stretch whose mean is taken as the local level. */
const levelFrames = Math.round(1 / frameHopSeconds);
/** A pulse twice as fast is the beat if it correlates at least so well, relative to the slower one. */
const asGood = 0.9;
/** Noise of n frames correlates up to about this over the root of n (measured on white noise). */
const noiseCorrelation = 7;

/**
 * The tempo of a recording: the lag at which its onset envelope, smoothed and made locally zero-mean, correlates
 * best with itself, under a log-normal preference around 120 BPM (Ellis, "Beat tracking by dynamic programming",
 * 2007; `librosa.feature.tempo`). Where the pulse at half that lag is as strong, the faster one is the tempo. The
 * period is then read at up to eight beats' distance, which makes it finer than a frame.
 *
 * Music has several pulses; the answer is from 40 to 200 BPM and may be half or twice what a listener taps.
 *
 * @param onsets - onset strength at 62.5 Hz, as `OnsetEnvelope` gives
 * @returns undefined for under 4 s and where there is no pulse: silence, a drone, noise
 */
export function estimateTempo(onsets: Float32Array): Tempo | undefined {
  if (onsets.length * frameHopSeconds < leastSeconds) return undefined;
  if (onsets.reduce((sum, onset) => sum + onset, 0) < leastOnset * onsets.length) return undefined;

  const [slowest, fastest] = tempoRangeBpm;
  const shortestLag = Math.floor(framesPerMinute / fastest);
  const longestLag = Math.ceil(framesPerMinute / slowest);
  const correlation = autocorrelation(
    levelled(smoothed(onsets)),
    Math.min(8 * longestLag, onsets.length >> 1),
  );
  const beatLag = fasterIfAsGood(
    preferredLag(correlation, shortestLag, longestLag),
    correlation,
    shortestLag,
  );

  const noise = noiseCorrelation / Math.sqrt(onsets.length);
  const confidence = (correlation[beatLag] - noise) / (1 - noise);
  if (!(confidence > 0)) return undefined;
  return {
    beatsPerMinute: framesPerMinute / refinedLag(beatLag, correlation),
    confidence: Math.min(1, confidence),
  };
}

/** Convolved with a Gaussian. */
function smoothed(onsets: Float32Array): Float64Array {
  const reach = Math.ceil(3 * smoothingFrames);
  const weights = Float64Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-0.5 * ((i - reach) / smoothingFrames) ** 2),
  );
  return Float64Array.from(onsets, (_, frame) => {
    let sum = 0;
    for (let i = 0; i < weights.length; i++) sum += weights[i] * (onsets[frame + i - reach] ?? 0);
    return sum;
  });
}

/** Less the mean over a second on either side, as far as there is one. */
function levelled(envelope: Float64Array): Float64Array {
  const sums = new Float64Array(envelope.length + 1);
  envelope.forEach((value, i) => (sums[i + 1] = sums[i] + value));
  return envelope.map((value, i) => {
    const from = Math.max(0, i - levelFrames);
    const to = Math.min(envelope.length, i + levelFrames + 1);
    return value - (sums[to] - sums[from]) / (to - from);
  });
}

/** Mean product at each lag up to `longestLag`, relative to that at lag 0. */
function autocorrelation(signal: Float64Array, longestLag: number): Float64Array {
  const meanProduct = (lag: number) => {
    let sum = 0;
    for (let i = lag; i < signal.length; i++) sum += signal[i] * signal[i - lag];
    return sum / (signal.length - lag);
  };
  const power = meanProduct(0);
  return Float64Array.from({ length: longestLag + 1 }, (_, lag) => meanProduct(lag) / power);
}

/** The peak of the correlation, weighted by how much its tempo is preferred; the shortest lag if there is none. */
function preferredLag(correlation: Float64Array, shortestLag: number, longestLag: number): number {
  let best = shortestLag;
  let bestScore = -Infinity;
  for (let lag = shortestLag; lag <= longestLag; lag++) {
    if (correlation[lag] < correlation[lag - 1] || correlation[lag] < correlation[lag + 1]) continue;
    const octaves = Math.log2(framesPerMinute / lag / preferredBpm);
    const score = correlation[lag] * Math.exp(-0.5 * (octaves / preferenceOctaves) ** 2);
    if (score > bestScore) [best, bestScore] = [lag, score];
  }
  return best;
}

function fasterIfAsGood(lag: number, correlation: Float64Array, shortestLag: number): number {
  const half = largestNear(correlation, lag / 2);
  if (half < shortestLag || correlation[half] < asGood * correlation[lag]) return lag;
  return fasterIfAsGood(half, correlation, shortestLag);
}

/** The period in frames, read between frames and at 2, 4 and 8 beats while the pulse lasts. */
function refinedLag(beatLag: number, correlation: Float64Array): number {
  let period = peakPosition(correlation, beatLag);
  for (let beats = 2; beats <= 8; beats *= 2) {
    if (beats * period > correlation.length - 2) break;
    const lag = largestNear(correlation, beats * period);
    if (correlation[lag] < correlation[beatLag] / 2) break;
    period = peakPosition(correlation, lag) / beats;
  }
  return period;
}

/** The lag of the largest value within a frame of a position. */
function largestNear(correlation: Float64Array, position: number): number {
  const middle = Math.round(position);
  return [middle - 1, middle, middle + 1].reduce((a, b) => (correlation[b] > correlation[a] ? b : a));
}

/** Where the parabola through a peak and its neighbours is highest. */
function peakPosition(correlation: Float64Array, lag: number): number {
  const [before, at, after] = correlation.subarray(lag - 1, lag + 2);
  const curvature = before - 2 * at + after;
  return curvature < 0 ? lag + Math.max(-0.5, Math.min(0.5, (before - after) / (2 * curvature))) : lag;
}
