import { pitchClassCount } from '../audio/measure/pitchClasses';
import { type Matrix, rowOf, zeros } from '../matrix/matrix';

/** How often each degree sounds in pieces in major and in minor (Temperley 2007, from the Kostka-Payne corpus). */
const majorKey = [0.748, 0.06, 0.488, 0.082, 0.67, 0.46, 0.096, 0.715, 0.104, 0.366, 0.057, 0.4];
const minorKey = [0.712, 0.084, 0.474, 0.618, 0.049, 0.46, 0.105, 0.747, 0.404, 0.067, 0.133, 0.33];
const majorTriad = [1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0];
const minorTriad = [1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0];

const keys = onEveryRoot(majorKey, minorKey);
const triads = onEveryRoot(majorTriad, minorTriad);

/** Coefficients of a distribution over 12 classes that differ in magnitude, but for the sum. */
const fourierCount = 6;
/** Cosines and sines of twelfths of a turn. */
const cosines = Float64Array.from({ length: pitchClassCount }, (_, i) => Math.cos((Math.PI * i) / 6));
const sines = Float64Array.from({ length: pitchClassCount }, (_, i) => Math.sin((Math.PI * i) / 6));

/** What is measured of the mean pitch classes in a centred window of so many half seconds. */
const measures: { window: number; of: (classes: Float64Array) => number[] }[] = [
  { window: 9, of: (classes) => [mode(likeness(classes, keys))] },
  { window: 41, of: (classes) => [mode(likeness(classes, keys))] },
  { window: 21, of: (classes) => [Math.max(...likeness(classes, keys))] },
  { window: 3, of: (classes) => [Math.max(...likeness(classes, triads))] },
  { window: 5, of: fourierMagnitudes },
  { window: 21, of: fourierMagnitudes },
];

/** Numbers that tell the harmony of a half second. */
export const harmonySize = 4 + 2 * fourierCount;

/**
 * The harmony of every half second, [halfSeconds, 16], from its pitch classes [halfSeconds, 12]; no number changes when
 * the music is transposed.
 *
 * - Mode over 4.5 s and 20.5 s: the greatest correlation of the pitch classes with a major key's profile less that
 *   with a minor key's (Krumhansl 1990); above 0 is major.
 * - Key clarity over 10.5 s: the greatest of all those correlations. Triad clarity over 1.5 s: the same of triads.
 * - Magnitudes of the Fourier coefficients 1 to 6 of the distribution over 2.5 s and 10.5 s: how chromatic, quartal,
 *   augmented, diminished, diatonic, whole-tone it is (Quinn 2006, Amiot 2016).
 */
export function harmonyOf(pitchClasses: Matrix): Matrix {
  const halfSeconds = pitchClasses.rows;
  const sums = runningSums(pitchClasses.values);
  const harmony = zeros(halfSeconds, harmonySize);
  for (let at = 0; at < halfSeconds; at++) {
    const row = measures.flatMap(({ window, of }) => {
      const reach = Math.floor(window / 2);
      return of(meanOf(sums, Math.max(0, at - reach), Math.min(halfSeconds, at + reach + 1)));
    });
    rowOf(harmony, at).set(row);
  }
  return harmony;
}

/** Row i holds the sums over the first i rows. */
function runningSums(rows: Float32Array): Float64Array {
  const sums = new Float64Array(rows.length + pitchClassCount);
  for (let i = 0; i < rows.length; i++) sums[i + pitchClassCount] = sums[i] + rows[i];
  return sums;
}

/** The mean of the rows from `start` to before `stop`. */
function meanOf(sums: Float64Array, start: number, stop: number): Float64Array {
  const mean = new Float64Array(pitchClassCount);
  for (let i = 0; i < pitchClassCount; i++) {
    mean[i] = (sums[stop * pitchClassCount + i] - sums[start * pitchClassCount + i]) / (stop - start);
  }
  return mean;
}

/** Both profiles on every root, the 12 major ones first, each with mean 0 and mean square 1. */
function onEveryRoot(major: readonly number[], minor: readonly number[]): Float64Array[] {
  return [major, minor].flatMap((profile) =>
    profile.map((_, root) => standardised(Float64Array.from(profile, (__, i) => profile.at(i - root)!))),
  );
}

function standardised(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return values.map((value) => (value - mean) / (Math.sqrt(square) + 1e-9));
}

/** Pearson's r of pitch classes with every profile; 0 where nothing sounds. */
function likeness(classes: Float64Array, profiles: readonly Float64Array[]): number[] {
  const standard = standardised(classes);
  return profiles.map((profile) => {
    let sum = 0;
    for (let i = 0; i < pitchClassCount; i++) sum += profile[i] * standard[i];
    return sum / pitchClassCount;
  });
}

function mode(likenesses: readonly number[]): number {
  return Math.max(...likenesses.slice(0, pitchClassCount)) - Math.max(...likenesses.slice(pitchClassCount));
}

function fourierMagnitudes(classes: Float64Array): number[] {
  const total = classes.reduce((sum, value) => sum + value, 0) + 1e-9;
  return Array.from({ length: fourierCount }, (_, k) => {
    let real = 0;
    let imaginary = 0;
    for (let i = 0; i < pitchClassCount; i++) {
      const turn = ((k + 1) * i) % pitchClassCount;
      real += classes[i] * cosines[turn];
      imaginary += classes[i] * sines[turn];
    }
    return Math.hypot(real, imaginary) / total;
  });
}
