import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random';
import { correlation } from '../../statistics/correlation';
import { background, bandShares, oscillation } from './eegSpectra';
import { shapedNoises } from './shapedNoise';
import { bandPower, powerSpectrum } from './testing/powerSpectrum.testing';

const rateHz = 128;
const bands = [
  { fromHz: 4, toHz: 8 },
  { fromHz: 8, toHz: 13 },
  { fromHz: 13, toHz: 30 },
  { fromHz: 30, toHz: 45 },
];

describe('noise of a spectrum', () => {
  it.each([
    ['background', background(1.2)],
    ['alpha', oscillation(10, 1)],
  ])('has variance 1, of which each band has the share that it should: %s', (_, spectrum) => {
    const shape = { spectrum, samples: 60 * rateHz, rateHz };
    const series = shapedNoises(createRandom(1, 'noise'), shape, 40);
    const spectra = series.map((each) => powerSpectrum(each, rateHz));
    const meanPower = (fromHz: number, toHz: number) =>
      spectra.reduce((sum, each) => sum + bandPower(each, fromHz, toHz), 0) / spectra.length;
    expect(Math.abs(meanPower(0, 65) - 1)).toBeLessThan(0.05);
    bandShares(spectrum, bands, rateHz).forEach((share, band) => {
      const { fromHz, toHz } = bands[band];
      expect(Math.abs(meanPower(fromHz, toHz) - share)).toBeLessThan(0.03 * share + 0.001);
    });
  });

  it('makes series that do not know each other', () => {
    const shape = { spectrum: () => 1, samples: 4000, rateHz };
    const [one, other, third] = shapedNoises(createRandom(2, 'noise'), shape, 3);
    expect(Math.abs(correlation(one, other)!)).toBeLessThan(0.05);
    expect(Math.abs(correlation(one, third)!)).toBeLessThan(0.05);
    expect(Math.abs(correlation(one.subarray(1), one.subarray(0, -1))!)).toBeLessThan(0.05);
  });
});

describe('the share of a band', () => {
  it('is what a power law integrates to', () => {
    // Of 1/sqrt(f^2 + c^2) the integral is asinh(f/c); the corner c is half a hertz.
    const integral = (fromHz: number, toHz: number) => Math.asinh(2 * toHz) - Math.asinh(2 * fromHz);
    bandShares(background(1), bands, rateHz).forEach((share, band) => {
      const { fromHz, toHz } = bands[band];
      expect(share).toBeCloseTo(integral(fromHz, toHz) / integral(0, 64), 4);
    });
  });

  it('is .6827 within one standard deviation of an oscillation', () => {
    const [share] = bandShares(oscillation(20, 2), [{ fromHz: 18, toHz: 22 }], rateHz);
    expect(share).toBeCloseTo(0.682689, 4);
  });
});
