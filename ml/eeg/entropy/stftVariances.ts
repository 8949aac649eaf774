import { fourierOf, type Fourier } from '@/ml/signal/fourier';
import type { EegBand, EegSignal } from '../eegSignal';
import type { StepGrid } from './stepGrid';

/** A band as bins of a spectrum, the last left out. */
interface BinRange {
  first: number;
  end: number;
}

/**
 * The variance of each band in each step by its spectrum: the power of the bins from the band's lower edge to below its
 * upper one, of one side, over the power of Hann's window (Parseval). All bins of a step together are its mean square.
 *
 * @returns [step, channel, band], microvolts squared
 * @throws RangeError where a band holds no bin: steps are too short to tell it
 */
export function stftVariances(
  signal: EegSignal,
  bands: readonly EegBand[],
  { starts, stepSamples }: StepGrid,
): Float32Array {
  const ranges = bands.map((band) => binsOf(band, signal.rateHz, stepSamples));
  const spectrum = new PairSpectrum(stepSamples);
  const channels = signal.samples.length;
  const variances = new Float32Array(starts.length * channels * bands.length);
  // Of an hour there are millions: loops leave nothing behind in memory.
  for (let step = 0; step < starts.length; step++)
    for (let channel = 0; channel < channels; channel += 2) {
      spectrum.load(signal.samples[channel], signal.samples.at(channel + 1), starts[step]);
      for (let part = 0; part < 2 && channel + part < channels; part++)
        for (let band = 0; band < ranges.length; band++) {
          const at = (step * channels + channel + part) * bands.length + band;
          variances[at] = spectrum.varianceOf(part, ranges[band]);
        }
    }
  return variances;
}

/** The bins of a band; the Nyquist frequency belongs to a band that ends there. */
function binsOf({ name, fromHz, toHz }: EegBand, rateHz: number, size: number): BinRange {
  const binHz = rateHz / size;
  const first = Math.ceil(fromHz / binHz - 1e-9);
  const end = toHz >= rateHz / 2 ? Math.floor(size / 2) + 1 : Math.ceil(toHz / binHz - 1e-9);
  if (end <= first)
    throw new RangeError(
      `invalid band: ${name} from ${fromHz} to ${toHz} Hz (steps of ${size / rateHz} s tell frequencies ${binHz} Hz apart)`,
    );
  return { first, end };
}

/** The spectra of two stretches by one transform: the one as the real part, the other as the imaginary. */
class PairSpectrum {
  private readonly fourier: Fourier;
  private readonly window: Float64Array;
  private readonly input: Float64Array;
  private readonly output: Float64Array;
  /** What the sum of squares of all bins of both sides is divided by. */
  private readonly power: number;

  constructor(private readonly size: number) {
    this.fourier = fourierOf(size);
    this.window = Float64Array.from(
      { length: size },
      (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / size),
    );
    this.input = new Float64Array(2 * size);
    this.output = new Float64Array(2 * size);
    this.power = size * this.window.reduce((sum, weight) => sum + weight ** 2, 0);
  }

  load(first: Float32Array, second: Float32Array | undefined, start: number): void {
    for (let at = 0; at < this.size; at++) {
      this.input[2 * at] = this.window[at] * first[start + at];
      this.input[2 * at + 1] = second ? this.window[at] * second[start + at] : 0;
    }
    this.fourier.forward(this.output, this.input);
  }

  varianceOf(part: number, { first, end }: BinRange): number {
    let sum = 0;
    for (let bin = first; bin < end; bin++)
      sum += (bin === 0 || 2 * bin === this.size ? 1 : 2) * this.squareOf(part, bin);
    return sum / this.power;
  }

  /** The squared size of a bin: even and odd parts of the common spectrum belong to the two signals. */
  private squareOf(part: number, bin: number): number {
    const mirror = bin === 0 ? 0 : this.size - bin;
    const sign = part === 0 ? 1 : -1;
    const real = this.output[2 * bin] + sign * this.output[2 * mirror];
    const imaginary = this.output[2 * bin + 1] - sign * this.output[2 * mirror + 1];
    return (real ** 2 + imaginary ** 2) / 4;
  }
}
