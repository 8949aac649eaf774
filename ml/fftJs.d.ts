/** The part of fft.js (Indutny, MIT; it ships no types) that is used here. */
declare module 'fft.js' {
  export default class FFT {
    /** @param size - number of points, a power of two above 1 */
    constructor(size: number);
    /** Forward transform of `size` complex numbers, real and imaginary parts interleaved. */
    transform(output: Float64Array, input: Float64Array): void;
  }
}
