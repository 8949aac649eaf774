import { doubleRowOf, doubleZeros, type DoubleMatrix } from '../linear/doubleMatrix';

/** Samples and the times that they stand for. */
export interface TimedSamples {
  /** [samples, columns] */
  samples: DoubleMatrix;
  /** Seconds, one a sample, rising. */
  times: ArrayLike<number>;
}

interface LanczosOptions {
  /** How many zero crossings the filter reaches to either side. */
  lobes?: number;
  /**
   * `unit` keeps the series' own units: weights are divided by their sum, and times beyond the ends take the value at
   * the end. `sum` is the plain sum that `lanczosinterp2D` of ridge_utils takes (Huth et al. 2016), by which dense
   * samples grow by the ratio of the rates.
   */
  gain?: 'unit' | 'sum';
}

interface Weighting {
  times: ArrayLike<number>;
  cutoffHz: number;
  lobes: number;
  time: number;
}

/**
 * A series at other sample times by a windowed sinc (Lanczos; Duchon 1979), which is a low-pass as well: what moves
 * faster than the new samples can tell, their Nyquist frequency, is attenuated. Where the new times are denser than the
 * old ones, it is the old ones' Nyquist frequency, so that samples are interpolated; ridge_utils takes the new one there
 * too.
 *
 * @param series at any times, even or not
 * @param newTimes seconds, at least two, rising
 * @returns [new times, columns]
 * @throws RangeError where times do not rise, are not as many as the samples, are fewer than two, or leave a gap
 */
export function lanczosResampled(
  { samples, times }: TimedSamples,
  newTimes: ArrayLike<number>,
  { lobes = 3, gain = 'unit' }: LanczosOptions = {},
): DoubleMatrix {
  if (times.length !== samples.rows) {
    throw new RangeError(`invalid times: ${times.length} (one for each of ${samples.rows} samples)`);
  }
  const hopSeconds = meanHop(newTimes, 'new times');
  const cutoffHz = 1 / Math.max(hopSeconds, gain === 'unit' ? meanHop(times, 'times') : 0);
  const resampled = doubleZeros(newTimes.length, samples.columns);
  for (let row = 0; row < newTimes.length; row++) {
    const time = gain === 'unit' ? within(newTimes[row], times) : newTimes[row];
    const { first, weights } = weightsAt({ times, cutoffHz, lobes, time });
    const scale = gain === 'unit' ? 1 / sumOf(weights, time) : 1;
    const target = doubleRowOf(resampled, row);
    weights.forEach((weight, index) => {
      const source = doubleRowOf(samples, first + index);
      for (let column = 0; column < source.length; column++)
        target[column] += weight * scale * source[column];
    });
  }
  return resampled;
}

/** The mean of the steps; refuses what does not rise. */
function meanHop(times: ArrayLike<number>, name: string): number {
  if (times.length < 2) throw new RangeError(`invalid ${name}: ${times.length} (at least two)`);
  for (let index = 1; index < times.length; index++) {
    if (!(times[index] > times[index - 1])) {
      throw new RangeError(`invalid ${name}: ${times[index]} s after ${times[index - 1]} s (they must rise)`);
    }
  }
  return (times[times.length - 1] - times[0]) / (times.length - 1);
}

const within = (time: number, times: ArrayLike<number>) =>
  Math.min(Math.max(time, times[0]), times[times.length - 1]);

/** The weights of the samples that the filter reaches around a time, and the first of them. */
function weightsAt({ times, cutoffHz, lobes, time }: Weighting): { first: number; weights: number[] } {
  const first = firstAtOrAfter(times, time - lobes / cutoffHz);
  const weights: number[] = [];
  for (let index = first; index < times.length && (times[index] - time) * cutoffHz <= lobes; index++) {
    weights.push(lanczos((time - times[index]) * cutoffHz, lobes));
  }
  return { first, weights };
}

/** Without a gap the sum is at least half of what it is in the middle, where it is 1 or more. */
function sumOf(weights: readonly number[], time: number): number {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum < 0.25) throw new RangeError(`invalid times: a gap around ${time} s (fill it first)`);
  return sum;
}

/** sinc(x) sinc(x / lobes), 0 beyond the lobes. */
const lanczos = (x: number, lobes: number) => (Math.abs(x) > lobes ? 0 : sinc(x) * sinc(x / lobes));

const sinc = (x: number) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));

function firstAtOrAfter(times: ArrayLike<number>, time: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle] < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
