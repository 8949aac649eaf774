import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fourierOf } from './fourier';

/** What reference/fourier.py wrote: lengths, and numpy's spectra of series that both languages can make. */
const reference = JSON.parse(readFileSync(new URL('reference/fourier.json', import.meta.url), 'utf8')) as {
  size: number;
  real: number[];
  imaginary: number[];
}[];
const seriesOf = (size: number) =>
  Float64Array.from({ length: 2 * size }, (_, at) =>
    at % 2 === 0 ? Math.sin(0.7 * (at / 2) ** 1.3) : Math.cos(0.31 * ((at - 1) / 2)),
  );

describe('fourierOf', () => {
  it('is numpy’s at primes, products and powers of two', () => {
    for (const { size, real, imaginary } of reference) {
      const spectrum = new Float64Array(2 * size);
      fourierOf(size).forward(spectrum, seriesOf(size));
      for (let k = 0; k < size; k++) {
        expect(Math.abs(spectrum[2 * k] - real[k])).toBeLessThan(1e-10);
        expect(Math.abs(spectrum[2 * k + 1] - imaginary[k])).toBeLessThan(1e-10);
      }
    }
  });

  it('comes back from its inverse at any length, and keeps the energy', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), (size) => {
        const series = seriesOf(size);
        const [spectrum, back] = [new Float64Array(2 * size), new Float64Array(2 * size)];
        const { forward, inverse } = fourierOf(size);
        forward(spectrum, series);
        inverse(back, spectrum);
        back.forEach((value, at) => expect(Math.abs(value - series[at])).toBeLessThan(1e-11));
        const energy = (values: Float64Array) => values.reduce((sum, value) => sum + value ** 2, 0);
        expect(energy(spectrum) / size / energy(series)).toBeCloseTo(1, 10);
      }),
      { numRuns: 60 },
    );
  });

  it('answers the same when a length is asked for again after many others', () => {
    const [first, again] = [new Float64Array(14), new Float64Array(14)];
    fourierOf(7).forward(first, seriesOf(7));
    for (let size = 8; size < 40; size++) fourierOf(size);
    fourierOf(7).forward(again, seriesOf(7));
    expect(again).toEqual(first);
  });

  it('refuses lengths that are none', () => {
    for (const size of [0, -3, 2.5, NaN])
      expect(() => fourierOf(size)).toThrow(`invalid length of a transform: ${size}`);
  });
});
