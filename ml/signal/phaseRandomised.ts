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
  if (space.rows === 0) return () => doubleZeros(0, space.columns);
  const padded = convolutionLength(space.rows);
  const spectra = pairedSpectra(space, padded);
  return (random) => {
    const surrogate = doubleZeros(space.rows, space.columns);
    const response = kernelResponse(randomTurns(space.rows, random), padded);
    const [turned, pair] = [new Float64Array(2 * padded), new Float64Array(2 * padded)];
    spectra.forEach((spectrum, index) => {
      multiply(turned, spectrum, response);
      fourierOf(padded).inverse(pair, turned);
      addPair(surrogate, 2 * index, pair);
    });
    return surrogate;
  };
}

/**
 * To turn phases is to convolve in a circle with a kernel that is the same for all columns. Transforms of a power of two
 * do that at half the cost of turning the spectra of another length: the end of a longer convolution is laid over its
 * beginning.
 */
const convolutionLength = (samples: number) =>
  Number.isInteger(Math.log2(samples)) ? samples : 2 ** Math.ceil(Math.log2(2 * samples - 1));

/** The spectrum, of the convolution's length, of the kernel that turns phases so. */
function kernelResponse(turns: Float64Array, padded: number): Float64Array {
  const [kernel, response] = [new Float64Array(2 * padded), new Float64Array(2 * padded)];
  fourierOf(turns.length / 2).inverse(kernel.subarray(0, turns.length), turns);
  fourierOf(padded).forward(response, kernel);
  return response;
}

/** The spectra of columns two by two, one as the real and one as the imaginary part, which a real kernel leaves apart. */
function pairedSpectra({ rows, columns, values }: DoubleMatrix, padded: number): Float64Array[] {
  const pair = new Float64Array(2 * padded);
  return Array.from({ length: Math.ceil(columns / 2) }, (_, index) => {
    for (let row = 0; row < rows; row++) {
      const at = row * columns + 2 * index;
      pair[2 * row] = values[at];
      pair[2 * row + 1] = 2 * index + 1 < columns ? values[at + 1] : 0;
    }
    const spectrum = new Float64Array(2 * padded);
    fourierOf(padded).forward(spectrum, pair);
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

function multiply(product: Float64Array, one: Float64Array, other: Float64Array) {
  for (let at = 0; at < product.length; at += 2) {
    product[at] = one[at] * other[at] - one[at + 1] * other[at + 1];
    product[at + 1] = one[at] * other[at + 1] + one[at + 1] * other[at];
  }
}

/** Adds a convolution to two columns, in a circle. */
function addPair({ rows, columns, values }: DoubleMatrix, column: number, pair: Float64Array) {
  for (let at = 0; at < Math.min(pair.length / 2, 2 * rows - 1); at++) {
    const place = (at < rows ? at : at - rows) * columns + column;
    values[place] += pair[2 * at];
    if (column + 1 < columns) values[place + 1] += pair[2 * at + 1];
  }
}
