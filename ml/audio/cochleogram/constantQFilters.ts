/** A second-order filter: y = b0 x + b1 x' + b2 x'' - a1 y' - a2 y''. */
export interface Biquad {
  b0: number;
  b1: number;
  b2: number;
  a1: number;
  a2: number;
}

/** The filter of one place of the cochlea: sections one after the other. */
export type CochlearFilter = readonly Biquad[];

/** The rate that cochlear filters are designed for, Hz. */
export const cochlearRateHz = 16_000;

/** A root of the prototype: its frequency, and how far it lies left of the axis, both as shares of the characteristic frequency. */
interface Root {
  frequency: number;
  damping: number;
}

/**
 * The prototype of all places: reference/prototype.py fitted its decibels over octaves to the mean of the published
 * filters between 240 and 1175 Hz, within 0.12 dB from three octaves below to one above.
 */
const poles: readonly Root[] = [
  { frequency: 1.035, damping: 0.02391 },
  { frequency: 0.9857, damping: 0.08462 },
  { frequency: 0.797, damping: 0.2272 },
];
const zeros: readonly Root[] = [
  { frequency: 1.077, damping: 0.02491 },
  { frequency: 1.167, damping: 0.3394 },
];
/** A real zero right of the axis, as the published filters have it: it turns the phase below the characteristic frequency. */
const rightZero = 0.5907;

/** The peak is looked for between these shares of the characteristic frequency, in so many steps. */
const peakFrom = 0.95;
const peakTo = 1.1;
const peakSteps = 400;

/** Characteristic frequency of a place of the cochlea in Hz: 24 an octave, the 32nd is 440 Hz (Chi, Ru and Shamma 2005). */
export function characteristicHz(place: number): number {
  return 440 * 2 ** ((place - 31) / 24);
}

/**
 * The filters of so many places from 180 Hz upwards, each of one shape over log frequency: poles and zeros of one
 * prototype scaled to the characteristic frequency and carried over by the matched z-transform, with a gain of 1 at the
 * peak. Zeros beyond half the sample rate stay at it, so that the shape holds to about 2 kHz and is the steeper above
 * the higher it lies.
 */
export function constantQFilters(count: number): CochlearFilter[] {
  return Array.from({ length: count }, (_, place) => filterAt(characteristicHz(place)));
}

function filterAt(centreHz: number): CochlearFilter {
  const step = (2 * Math.PI * centreHz) / cochlearRateHz;
  const sections = poles.map((pole, i) => {
    const { b1, b2 } =
      i < zeros.length ? numeratorOf(zeros[i], step) : { b1: -Math.exp(rightZero * step), b2: 0 };
    const { b1: a1, b2: a2 } = numeratorOf(pole, step);
    return { b0: 1, b1, b2, a1, a2 };
  });
  const gain = 1 / peakOf(sections, step);
  const [{ b0, b1, b2, ...rest }, ...others] = sections;
  return [{ b0: gain * b0, b1: gain * b1, b2: gain * b2, ...rest }, ...others];
}

/** 1 + b1 / z + b2 / z^2 with a root and its conjugate. */
function numeratorOf({ frequency, damping }: Root, step: number): { b1: number; b2: number } {
  const radius = Math.exp(-damping * step);
  return { b1: -2 * radius * Math.cos(Math.min(frequency * step, Math.PI)), b2: radius * radius };
}

function peakOf(sections: CochlearFilter, step: number): number {
  let peak = 0;
  for (let i = 0; i <= peakSteps; i++) {
    const share = peakFrom * (peakTo / peakFrom) ** (i / peakSteps);
    peak = Math.max(peak, magnitudeAt(sections, Math.min(share * step, Math.PI)));
  }
  return peak;
}

/** The gain of a filter at so many radians a sample, 0..pi. */
export function magnitudeAt(sections: CochlearFilter, radians: number): number {
  return sections.reduce(
    (product, { b0, b1, b2, a1, a2 }) =>
      (product * polynomialMagnitude([b0, b1, b2], radians)) / polynomialMagnitude([1, a1, a2], radians),
    1,
  );
}

function polynomialMagnitude(coefficients: readonly number[], radians: number): number {
  const real = coefficients.reduce((sum, value, i) => sum + value * Math.cos(i * radians), 0);
  const imaginary = coefficients.reduce((sum, value, i) => sum - value * Math.sin(i * radians), 0);
  return Math.hypot(real, imaginary);
}
