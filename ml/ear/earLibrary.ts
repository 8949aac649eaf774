import { type Dimension, dimensions } from '../affect/dimension';
import { type Matrix, rowOf, zeros } from '../matrix/matrix';
import { rowProduct } from '../matrix/rowProduct';

/** What is said of every track on one axis, in units of the plane. */
export interface AxisEstimates {
  /** [tracks], each in [-1, 1] */
  points: Float32Array;
  /** Standard deviations, [tracks], above 0. */
  deviations: Float32Array;
}

/** The tracks of a library as the model hears them; rows of the embedding are tracks. */
export interface HeardLibrary {
  /** [tracks, columns], as the model gives it; a row of zeros is like no other track but those of zeros. */
  embedding: Matrix;
  axes: Record<Dimension, AxisEstimates>;
}

/** A library made ready for ears, of which any number share it; nothing in it may change any more. */
export interface EarLibrary extends HeardLibrary {
  /** One over the length of each row, 0 for a row of zeros, [tracks]. */
  inverseLengths: Float64Array;
  /** Mean squared distance of two tracks, rows taken at length 1. */
  spread: number;
}

/**
 * Makes a library ready: checks it, and measures its rows in one pass. What it is given is kept, not copied.
 *
 * @throws RangeError where lengths disagree, a number is not finite, a point leaves the plane, or a deviation is not above 0.
 */
export function earLibraryOf({ embedding, axes }: HeardLibrary): EarLibrary {
  requireFinite(embedding);
  for (const dimension of dimensions) requireEstimates(axes[dimension], dimension, embedding.rows);
  const inverseLengths = Float64Array.from({ length: embedding.rows }, (_, track) => {
    const square = rowProduct(embedding, track, rowOf(embedding, track));
    return square > 0 ? 1 / Math.sqrt(square) : 0;
  });
  return { embedding, axes, inverseLengths, spread: spreadOf(embedding, inverseLengths) };
}

/** Some tracks of a library, in the order told, at the whole library's measure of distance. */
export function libraryOfTracks(
  { embedding, axes, inverseLengths, spread }: EarLibrary,
  tracks: readonly number[],
): EarLibrary {
  const some = zeros(tracks.length, embedding.columns);
  tracks.forEach((track, row) => rowOf(some, row).set(rowOf(embedding, track)));
  const chosen = ({ points, deviations }: AxisEstimates): AxisEstimates => ({
    points: Float32Array.from(tracks, (track) => points[track]),
    deviations: Float32Array.from(tracks, (track) => deviations[track]),
  });
  return {
    embedding: some,
    axes: { valence: chosen(axes.valence), arousal: chosen(axes.arousal) },
    inverseLengths: Float64Array.from(tracks, (track) => inverseLengths[track]),
    spread,
  };
}

/** Over all pairs, a track with itself too: twice the mean square of the rows less their mean's. */
function spreadOf(embedding: Matrix, inverseLengths: Float64Array): number {
  const mean = new Float64Array(embedding.columns);
  let squares = 0;
  inverseLengths.forEach((inverse, track) => {
    if (inverse > 0) squares += 1 / embedding.rows;
    rowOf(embedding, track).forEach((value, column) => (mean[column] += (value * inverse) / embedding.rows));
  });
  const variance = mean.reduce((left, value) => left - value * value, squares);
  return 2 * Math.max(0, variance);
}

function requireFinite({ rows, columns, values }: Matrix): void {
  if (values.length !== rows * columns) {
    throw new RangeError(`invalid embedding: ${values.length} numbers (${rows} rows of ${columns})`);
  }
  let sum = 0;
  for (const value of values) sum += value - value;
  if (sum !== 0) throw new RangeError('invalid embedding: a number that is not finite (leave the track out)');
}

function requireEstimates({ points, deviations }: AxisEstimates, name: Dimension, tracks: number): void {
  if (points.length !== tracks || deviations.length !== tracks) {
    const lengths = `${points.length} points, ${deviations.length} deviations`;
    throw new RangeError(`invalid ${name}: ${lengths} (one of each for ${tracks} tracks)`);
  }
  const point = points.find((value) => !(Math.abs(value) <= 1));
  if (point !== undefined) throw new RangeError(`invalid ${name}: ${point} (between -1 and 1)`);
  const deviation = deviations.find((value) => !(value > 0 && value < Infinity));
  if (deviation !== undefined) throw new RangeError(`invalid deviation of ${name}: ${deviation} (above 0)`);
}
