import { median, quantileOf } from '../../statistics/quantile';
import { alignLevels } from './alignLevels';
import { decibelsOf, meanBands, rowSize } from './bandLevels';

/** How far below its loud moments a recording is listened to, decibels: encoders spend little on what is softer. */
const heardRange = 25;
/** The share of rows that are not louder than a loud moment. */
const loudShare = 0.9;
/** Rows that a comparison needs: 5.4 s of sound. */
const leastRows = 4;
/** Rows over which differences are averaged, 11 s, or half of a shorter recording. */
const averagedRows = 11;
/** The share of a recording's time that counts: the worst moments, of a scratched disc say, do not. */
const countedShare = 0.95;
/** How far an encoder moves the gain with time, decibels. */
const mostMovedGain = 1;
/** How far an encoder that joins the channels moves a band for good, decibels. */
const mostMovedBand = 0.3;
/** How much must move in a recording to know it by, decibels. */
const leastMovement = 0.5;
/** The largest share of what moves in a recording that a difference may be. */
const mostOfMovement = 0.5;

/** What the mean levels, and the peak levels, of encodings of one recording differ by at most, decibels. */
const mostByMeans = 0.42;
const mostByPeaks = 0.85;

/**
 * How far apart two recordings are over time, in units of what encoders do: below 1, they are encodings of one
 * recording. Their band levels are laid over each other where they fit best, their gain is taken off, and what is left
 * is averaged over 11 s in each band; of its root mean square over the bands, that counts which is not exceeded for
 * 95 % of the time. What an encoder does to a band goes up and down, and averages out; a voice that is missing does
 * not, wherever in time and spectrum it is. Means and peaks are judged apart, and the larger is told.
 *
 * Infinite where there is nothing to tell by: under 5.4 s in common, silence, a drone, noise that keeps its colour.
 * There the differences are as large as what moves.
 *
 * @param a - band levels as `BandLevels` writes them
 * @param b - the others
 */
export function recordingDistance(a: Uint8Array, b: Uint8Array): number {
  const aligned = alignLevels(heardLevels(a), heardLevels(b));
  if (aligned === undefined || aligned.rows < leastRows) return Infinity;
  const [means, peaks] = splitRows(aligned.differences);
  const moving = movement(splitRows(aligned.levels)[0]);
  // Most pairs are of other music, and told so before the gains are looked for.
  if (moving < leastMovement || Math.sqrt(variance(means.values)) > moving) return Infinity;
  const gain = median(means.values);
  takeOff(means, (bands) => gain + within(median(bands) - gain, mostMovedGain));
  takeBandsOff(means);
  takeOff(peaks, () => gain);
  if (rootMeanSquare(means.values) > mostOfMovement * moving) return Infinity;
  return Math.max(overTime(means) / mostByMeans, overTime(peaks) / mostByPeaks);
}

/** Numbers by rows of some bands. */
interface Rows {
  bands: number;
  /** Row-major [rows, bands]. */
  values: Float32Array;
}

/** The levels in decibels, none more than 25 dB below the loud moments of its kind. */
function heardLevels(bandLevels: Uint8Array): Float32Array {
  const levels = decibelsOf(bandLevels);
  for (const [from, to] of [
    [0, meanBands],
    [meanBands, rowSize],
  ]) {
    const loudest: number[] = [];
    for (let at = 0; at < levels.length; at += rowSize)
      loudest.push(Math.max(...levels.subarray(at + from, at + to)));
    const floor = loudest.length === 0 ? 0 : quantileOf(loudest, loudShare) - heardRange;
    for (let at = 0; at < levels.length; at += rowSize)
      for (let i = at + from; i < at + to; i++) levels[i] = Math.max(levels[i], floor);
  }
  return levels;
}

/** The numbers of means and of peaks, apart. */
function splitRows(values: Float32Array): [means: Rows, peaks: Rows] {
  return [
    { bands: meanBands, values: values.filter((_, i) => i % rowSize < meanBands) },
    { bands: rowSize - meanBands, values: values.filter((_, i) => i % rowSize >= meanBands) },
  ];
}

/** Takes a gain off each row, in place: one for all, and what an encoder moves it by with time. */
function takeOff({ bands, values }: Rows, gainOf: (row: Float32Array) => number): void {
  for (let at = 0; at < values.length; at += bands) {
    const row = values.subarray(at, at + bands);
    const gain = gainOf(row);
    row.forEach((value, band) => (row[band] = value - gain));
  }
}

/** Takes off each band, in place, what an encoder moves it by for good. */
function takeBandsOff({ bands, values }: Rows): void {
  for (let band = 0; band < bands; band++) {
    const column = Float32Array.from(
      { length: values.length / bands },
      (_, row) => values[row * bands + band],
    );
    const moved = within(median(column), mostMovedBand);
    for (let i = band; i < values.length; i += bands) values[i] -= moved;
  }
}

const within = (value: number, most: number) => Math.max(-most, Math.min(most, value));

/** How much the levels of bands move about their means over time. */
function movement({ bands, values }: Rows): number {
  const means = new Float64Array(bands);
  values.forEach((level, i) => (means[i % bands] += (level * bands) / values.length));
  return rootMeanSquare(values.map((level, i) => level - means[i % bands]));
}

/** The root mean square over the bands of differences averaged over 11 s, as it is not exceeded for 95 % of the time. */
function overTime({ bands, values }: Rows): number {
  const rows = values.length / bands;
  const width = Math.min(averagedRows, Math.ceil(rows / 2));
  const sums = new Float64Array(bands);
  const distances = new Float64Array(rows - width + 1);
  for (let row = 0; row < rows; row++) {
    for (let band = 0, i = row * bands; band < bands; band++, i++)
      sums[band] += values[i] - (row < width ? 0 : values[i - width * bands]);
    if (row >= width - 1) distances[row - width + 1] = rootMeanSquare(sums) / width;
  }
  return quantileOf(distances, countedShare);
}

function variance(values: Float32Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}

function rootMeanSquare(values: Float32Array | Float64Array): number {
  let squares = 0;
  for (const value of values) squares += value * value;
  return Math.sqrt(squares / values.length);
}
