import { fourierOf } from '../../../signal/fourier';

/** Power by frequency over a whole series: [bins], `hz` apart from 0 to half the rate. */
export interface PowerSpectrum {
  power: Float64Array;
  stepHz: number;
}

/** The periodogram of a series: its sum over all bins but the first is the variance. */
export function powerSpectrum(samples: ArrayLike<number>, rateHz: number): PowerSpectrum {
  const size = samples.length;
  const [input, output] = [new Float64Array(2 * size), new Float64Array(2 * size)];
  for (let sample = 0; sample < size; sample++) input[2 * sample] = samples[sample];
  fourierOf(size).forward(output, input);
  const power = Float64Array.from({ length: Math.floor(size / 2) + 1 }, (_, k) => {
    const both = k === 0 || 2 * k === size ? 1 : 2;
    return (both * (output[2 * k] ** 2 + output[2 * k + 1] ** 2)) / (size * size);
  });
  return { power, stepHz: rateHz / size };
}

/** Power between two frequencies, the lower taken in. */
export function bandPower({ power, stepHz }: PowerSpectrum, fromHz: number, toHz: number): number {
  let sum = 0;
  for (let k = Math.ceil(fromHz / stepHz); k < toHz / stepHz && k < power.length; k++) sum += power[k];
  return sum;
}
