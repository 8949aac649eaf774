/**
 * A low-pass of linear phase as a windowed sinc whose sum is 1, as `scipy.signal.firwin` designs it.
 *
 * @param window one weight a tap, symmetric
 * @param cutoff where half of the amplitude passes, as a share of the Nyquist frequency
 */
export function lowPassTaps(window: Float64Array, cutoff: number): Float64Array {
  const middle = (window.length - 1) / 2;
  const taps = window.map((weight, tap) => weight * cutoff * sinc(cutoff * (tap - middle)));
  const sum = taps.reduce((total, tap) => total + tap, 0);
  return taps.map((tap) => tap / sum);
}

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));

/** Hamming's window of so many weights, the ends alike. */
export const hammingWindow = (length: number): Float64Array =>
  Float64Array.from({ length }, (_, at) =>
    length === 1 ? 1 : 0.54 - 0.46 * Math.cos((2 * Math.PI * at) / (length - 1)),
  );
