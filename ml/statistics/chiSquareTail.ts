import { continuedFraction } from './continuedFraction';
import { logGamma } from './logGamma';

/** The chance that a chi-square of so many degrees of freedom is at least `x`; 1 at and below 0. */
export function chiSquareTail(x: number, degrees: number): number {
  if (x <= 0) return 1;
  const [a, half] = [degrees / 2, x / 2];
  const front = Math.exp(a * Math.log(half) - half - logGamma(a));
  if (half < a + 1) return 1 - front * lowerSeries(half, a);
  // NIST DLMF 8.9.2, contracted to its even part.
  const fraction = continuedFraction(
    (term) => -term * (term - a),
    (term) => half + 2 * term + 1 - a,
  );
  return front / fraction;
}

/** The incomplete gamma function's series (NIST DLMF 8.7.1), without its front. */
function lowerSeries(x: number, a: number): number {
  let [term, sum] = [1 / a, 1 / a];
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}
