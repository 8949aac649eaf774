import FFT from 'fft.js';

/** A transform of complex numbers, real and imaginary parts interleaved, from one buffer into another. */
export type ComplexTransform = (output: Float64Array, input: Float64Array) => void;

/**
 * The forward discrete Fourier transform of any length as a convolution with a chirp, which transforms of a power of
 * two compute (Bluestein 1970): with w = exp(-i pi / n), jk = (j^2 + k^2 - (k - j)^2) / 2.
 *
 * @param size n, a positive integer
 */
export function chirpTransform(size: number): ComplexTransform {
  const chirp = chirpOf(size);
  const padded = 2 ** Math.ceil(Math.log2(Math.max(2, 2 * size - 1)));
  const fft = new FFT(padded);
  const response = chirpResponse({ chirp, padded, fft });
  const [work, spectrum] = [new Float64Array(2 * padded), new Float64Array(2 * padded)];
  return (output, input) => {
    work.fill(0);
    multiply({ output: work, one: input, other: chirp, count: size });
    fft.transform(spectrum, work);
    multiply({ output: spectrum, one: spectrum, other: response, count: padded });
    // The backward transform is the forward one of conjugates; the response is already divided by its length.
    conjugate(spectrum);
    fft.transform(work, spectrum);
    conjugate(work);
    multiply({ output, one: work, other: chirp, count: size });
  };
}

/** exp(-i pi k^2 / n) for k = 0..n-1; k^2 is reduced first, so that no accuracy is lost at long lengths. */
function chirpOf(size: number): Float64Array {
  const chirp = new Float64Array(2 * size);
  for (let k = 0; k < size; k++) {
    const angle = (Math.PI * ((k * k) % (2 * size))) / size;
    chirp[2 * k] = Math.cos(angle);
    chirp[2 * k + 1] = -Math.sin(angle);
  }
  return chirp;
}

/** The spectrum of the opposite chirp, laid around zero, over its length. */
function chirpResponse({ chirp, padded, fft }: { chirp: Float64Array; padded: number; fft: FFT }) {
  const around = new Float64Array(2 * padded);
  for (let k = 0; k < chirp.length / 2; k++) {
    for (const place of [k, (padded - k) % padded]) {
      around[2 * place] = chirp[2 * k] / padded;
      around[2 * place + 1] = -chirp[2 * k + 1] / padded;
    }
  }
  const response = new Float64Array(2 * padded);
  fft.transform(response, around);
  return response;
}

function multiply(numbers: { output: Float64Array; one: Float64Array; other: Float64Array; count: number }) {
  const { output, one, other, count } = numbers;
  for (let at = 0; at < 2 * count; at += 2) {
    const [real, imaginary] = [one[at], one[at + 1]];
    output[at] = real * other[at] - imaginary * other[at + 1];
    output[at + 1] = real * other[at + 1] + imaginary * other[at];
  }
}

function conjugate(numbers: Float64Array) {
  for (let at = 1; at < numbers.length; at += 2) numbers[at] = -numbers[at];
}
