import FFT from 'fft.js';

/**
 * Power spectra of real signals of one even length N: |X[k]|^2 for k = 0..N/2.
 *
 * The samples, taken in pairs as complex numbers, go through an FFT of half the length; the spectra of the even
 * and the odd samples are told apart by their symmetry and joined (Press et al., Numerical Recipes, 12.3). It
 * takes about two thirds of the time of a real transform of the full length.
 */
export class PowerSpectrum {
  private readonly half: number;
  private readonly fft: FFT;
  private readonly pairs: Float64Array;
  private readonly cosines: Float64Array;
  private readonly sines: Float64Array;

  /** @param size - N, a power of two, at least 4 */
  constructor(size: number) {
    this.half = size / 2;
    this.fft = new FFT(this.half);
    this.pairs = new Float64Array(size);
    const angles = Float64Array.from({ length: this.half / 2 + 1 }, (_, k) => (2 * Math.PI * k) / size);
    this.cosines = angles.map(Math.cos);
    this.sines = angles.map(Math.sin);
  }

  /** Fills `power`, N/2 + 1 numbers, from N samples. */
  measure(samples: Float64Array, power: Float64Array): void {
    const { half, pairs, cosines, sines } = this;
    this.fft.transform(pairs, samples);
    power[0] = (pairs[0] + pairs[1]) ** 2;
    power[half] = (pairs[0] - pairs[1]) ** 2;
    for (let k = 1; k <= half / 2; k++) {
      const mirror = half - k;
      const evenReal = (pairs[2 * k] + pairs[2 * mirror]) / 2;
      const evenImaginary = (pairs[2 * k + 1] - pairs[2 * mirror + 1]) / 2;
      const oddReal = (pairs[2 * k + 1] + pairs[2 * mirror + 1]) / 2;
      const oddImaginary = (pairs[2 * mirror] - pairs[2 * k]) / 2;
      const turnedReal = cosines[k] * oddReal + sines[k] * oddImaginary;
      const turnedImaginary = cosines[k] * oddImaginary - sines[k] * oddReal;
      power[k] = (evenReal + turnedReal) ** 2 + (evenImaginary + turnedImaginary) ** 2;
      power[mirror] = (evenReal - turnedReal) ** 2 + (evenImaginary - turnedImaginary) ** 2;
    }
  }
}
