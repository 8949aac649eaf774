import FFT from 'fft.js';
import { chirpTransform, type ComplexTransform } from './chirpTransform';

/** Discrete Fourier transforms of one length; complex numbers have real and imaginary parts interleaved. */
export interface Fourier {
  size: number;
  /** X[k] = sum over t of x[t] exp(-2 pi i k t / n); `output` and `input` are different, 2 n numbers each. */
  forward: ComplexTransform;
  /** x[t] = (sum over k of X[k] exp(2 pi i k t / n)) / n; `output` and `input` are different, 2 n numbers each. */
  inverse: ComplexTransform;
}

/** Beyond so many lengths, those not asked for the longest are made anew. */
const keptLengths = 16;
const kept = new Map<number, Fourier>();

/**
 * Transforms of a length, any: powers of two by fft.js, others by Bluestein's chirp over it. What a length needs is
 * made once and kept.
 *
 * @param size n
 * @throws RangeError where the length is no positive integer
 */
export function fourierOf(size: number): Fourier {
  const fourier = kept.get(size) ?? makeFourier(size);
  kept.delete(size);
  kept.set(size, fourier);
  if (kept.size > keptLengths) kept.delete(kept.keys().next().value!);
  return fourier;
}

function makeFourier(size: number): Fourier {
  if (!Number.isSafeInteger(size) || size < 1) {
    throw new RangeError(`invalid length of a transform: ${size} (a positive integer)`);
  }
  const forward = forwardOf(size);
  const conjugates = new Float64Array(2 * size);
  const inverse: ComplexTransform = (output, input) => {
    for (let at = 0; at < 2 * size; at += 2) {
      conjugates[at] = input[at];
      conjugates[at + 1] = -input[at + 1];
    }
    forward(output, conjugates);
    for (let at = 0; at < 2 * size; at += 2) {
      output[at] /= size;
      output[at + 1] /= -size;
    }
  };
  return { size, forward, inverse };
}

function forwardOf(size: number): ComplexTransform {
  if (size === 1) return (output, input) => output.set(input);
  if ((size & (size - 1)) !== 0) return chirpTransform(size);
  const fft = new FFT(size);
  return (output, input) => fft.transform(output, input);
}
