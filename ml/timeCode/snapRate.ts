import type { FrameRate } from './frameRate';

/** Far enough for 23.98 and WebM's 23.9767, well short of the 1/1000 between 24000/1001 and 24. */
const tolerance = 2e-4;

/**
 * The fraction that a measured or rounded rate stands for: a whole number of frames a second, or one slowed by 1000/1001,
 * where it is within 0.02 % of either; otherwise the nearest fraction whose denominator is at most 1001.
 *
 * @param hz frames a second, from 0.001 to 100,000
 * @throws RangeError outside of that range
 */
export function snapRate(hz: number): FrameRate {
  if (!(hz >= 0.001 && hz <= 100_000)) {
    throw new RangeError(`invalid rate: ${hz} (frames a second from 0.001 to 100000)`);
  }
  const whole = Math.round(hz);
  if (whole > 0 && near(hz, whole)) return { numerator: whole, denominator: 1 };
  const slowed = Math.round(hz * 1.001);
  if (slowed > 0 && near(hz, slowed / 1.001)) return { numerator: slowed * 1000, denominator: 1001 };
  return nearestFraction(hz);
}

function near(hz: number, rate: number): boolean {
  return Math.abs(hz - rate) <= tolerance * rate;
}

/** The last convergent of the continued fraction whose denominator is at most 1001 (Khinchin 1964). */
function nearestFraction(value: number): FrameRate {
  let [before, numerator] = [1, Math.floor(value)];
  let [beforeDenominator, denominator] = [0, 1];
  let rest = value - numerator;
  while (rest > 1e-9 && Math.abs(numerator / denominator - value) > 1e-9 * value) {
    const part = Math.floor(1 / rest);
    if (part * denominator + beforeDenominator > 1001) break;
    [before, numerator] = [numerator, part * numerator + before];
    [beforeDenominator, denominator] = [denominator, part * denominator + beforeDenominator];
    rest = 1 / rest - part;
  }
  return numerator > 0 ? { numerator, denominator } : { numerator: 1, denominator: Math.round(1 / value) };
}
