import { doubleZeros, type DoubleMatrix } from '../linear/doubleMatrix';
import type { Random } from '../random';
import { fourierOf } from './fourier';

/**
 * A surrogate of a space in which all that is lost is when things happen: every column keeps its mean and its amplitude
 * spectrum, and so its autocorrelation; all columns are turned by the same random phases, so that their correlations
 * with one another at every lag stay too (Prichard and Theiler 1994).
 *
 * @param space [samples, columns], any number of samples
 * @param random where the phases come from: a phase for each frequency, then a sign for the highest of an even length
 * @returns [samples, columns]
 */
export const phaseRandomised = (space: DoubleMatrix, random: Random): DoubleMatrix =>
  phaseRandomiser(space)(random);

/** As `phaseRandomised`, for many surrogates of one space: its spectra are computed once. */
export function phaseRandomiser(space: DoubleMatrix): (random: Random) => DoubleMatrix {
  const spectra = pairedSpectra(space);
  return (random) => {
    const surrogate = doubleZeros(space.rows, space.columns);
    if (space.rows === 0) return surrogate;
    const turns = randomTurns(space.rows, random);
    const { inverse, size } = fourierOf(space.rows);
    const [turned, pair] = [new Float64Array(2 * size), new Float64Array(2 * size)];
    spectra.forEach((spectrum, index) => {
      turn(turned, spectrum, turns);
      inverse(pair, turned);
      writePair(surrogate, 2 * index, pair);
    });
    return surrogate;
  };
}

/** The spectra of columns two by two, one as the real and one as the imaginary part, which a common turn leaves apart. */
function pairedSpectra({ rows, columns, values }: DoubleMatrix): Float64Array[] {
  if (rows === 0) return [];
  const pair = new Float64Array(2 * rows);
  return Array.from({ length: Math.ceil(columns / 2) }, (_, index) => {
    for (let row = 0; row < rows; row++) {
      const at = row * columns + 2 * index;
      pair[2 * row] = values[at];
      pair[2 * row + 1] = 2 * index + 1 < columns ? values[at + 1] : 0;
    }
    const spectrum = new Float64Array(2 * rows);
    fourierOf(rows).forward(spectrum, pair);
    return spectrum;
  });
}

/** exp(i phase) for each frequency: 1 for the mean, opposite phases for opposite frequencies so that series stay real. */
function randomTurns(size: number, random: Random): Float64Array {
  const turns = new Float64Array(2 * size);
  turns[0] = 1;
  for (let k = 1; 2 * k < size; k++) {
    const phase = 2 * Math.PI * random.next();
    const [cosine, sine] = [Math.cos(phase), Math.sin(phase)];
    turns[2 * k] = turns[2 * (size - k)] = cosine;
    turns[2 * k + 1] = sine;
    turns[2 * (size - k) + 1] = -sine;
  }
  if (size % 2 === 0) turns[size] = random.next() < 0.5 ? -1 : 1;
  return turns;
}

function turn(turned: Float64Array, spectrum: Float64Array, turns: Float64Array) {
  for (let at = 0; at < turned.length; at += 2) {
    turned[at] = spectrum[at] * turns[at] - spectrum[at + 1] * turns[at + 1];
    turned[at + 1] = spectrum[at] * turns[at + 1] + spectrum[at + 1] * turns[at];
  }
}

function writePair({ rows, columns, values }: DoubleMatrix, column: number, pair: Float64Array) {
  for (let row = 0; row < rows; row++) {
    values[row * columns + column] = pair[2 * row];
    if (column + 1 < columns) values[row * columns + column + 1] = pair[2 * row + 1];
  }
}
