import { standardNormal } from '../../normal';
import type { Random } from '../../random';
import { fourierOf } from '../../signal/fourier';
import type { Spectrum } from './eegSpectra';

/** How noise of a spectrum is made. */
export interface NoiseShape {
  spectrum: Spectrum;
  samples: number;
  rateHz: number;
}

/**
 * So many independent stretches of Gaussian noise of a spectrum, each of standard deviation 1, two from each transform
 * of independent complex numbers, whose real and imaginary parts do not know each other. They are made longer than asked
 * for, to a power of two, so that end and beginning hardly know each other either.
 *
 * @returns [series][samples]
 */
export function shapedNoises(random: Random, shape: NoiseShape, count: number): Float64Array[] {
  const levels = levelsOf(shape);
  const pairs = Array.from({ length: Math.ceil(count / 2) }, () => noisePair(random, levels, shape.samples));
  return pairs.flat().slice(0, count);
}

/** The standard deviation of each complex number of a transform, so that noise comes out at 1: [size], 0 at 0 Hz. */
function levelsOf({ spectrum, samples, rateHz }: NoiseShape): Float64Array {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, samples)));
  const levels = new Float64Array(size);
  let power = 0;
  for (let k = 1; k <= size / 2; k++) {
    const own = spectrum((k * rateHz) / size);
    levels[k] = levels[size - k] = Math.sqrt(own);
    power += 2 * k === size ? own : 2 * own;
  }
  return levels.map((level) => (size * level) / Math.sqrt(power));
}

function noisePair(random: Random, levels: Float64Array, samples: number): Float64Array[] {
  const size = levels.length;
  const [coefficients, noise] = [new Float64Array(2 * size), new Float64Array(2 * size)];
  for (let k = 1; k < size; k++) {
    coefficients[2 * k] = levels[k] * standardNormal(random);
    coefficients[2 * k + 1] = levels[k] * standardNormal(random);
  }
  fourierOf(size).inverse(noise, coefficients);
  const [one, other] = [new Float64Array(samples), new Float64Array(samples)];
  for (let sample = 0; sample < samples; sample++) {
    one[sample] = noise[2 * sample];
    other[sample] = noise[2 * sample + 1];
  }
  return [one, other];
}
