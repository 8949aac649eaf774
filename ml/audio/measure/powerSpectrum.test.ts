import { expect, it } from 'vitest';
import { PowerSpectrum } from './powerSpectrum';
import { noise } from '../testing/referenceSignals.testing';

/** The definition of the discrete Fourier transform, term by term. */
function powerByDefinition(samples: Float64Array, bin: number): number {
  let real = 0;
  let imaginary = 0;
  samples.forEach((sample, n) => {
    real += sample * Math.cos((2 * Math.PI * bin * n) / samples.length);
    imaginary -= sample * Math.sin((2 * Math.PI * bin * n) / samples.length);
  });
  return real ** 2 + imaginary ** 2;
}

it.each([4, 16, 64, 512])('PowerSpectrum is the squared DFT of %i samples', (size) => {
  const samples = noise(size, 3);
  const power = new Float64Array(size / 2 + 1);
  new PowerSpectrum(size).measure(samples, power);
  power.forEach((value, bin) => expect(value).toBeCloseTo(powerByDefinition(samples, bin), 8));
});
