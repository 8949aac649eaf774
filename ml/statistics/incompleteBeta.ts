import { continuedFraction } from './continuedFraction';
import { logGamma } from './logGamma';

/**
 * The regularised incomplete beta function I_x(a, b), by its continued fraction (NIST DLMF 8.17.22), taken from the side
 * on which it converges fast.
 *
 * @param x 0..1
 * @param a above 0
 * @param b above 0
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  return incompleteBetaOf({ x, complement: 1 - x, a, b });
}

/** As `incompleteBeta`, where 1 - x is known better than subtracting tells. */
export function incompleteBetaOf(place: { x: number; complement: number; a: number; b: number }): number {
  const { x, complement, a, b } = place;
  if (x <= 0) return 0;
  if (complement <= 0) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - tail({ x: complement, complement: x, a: b, b: a });
  return tail(place);
}

function tail({ x, complement, a, b }: { x: number; complement: number; a: number; b: number }): number {
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(complement),
  );
  const numerator = (term: number) => {
    const m = term >> 1;
    const product = term % 2 === 0 ? m * (b - m) : -(a + m) * (a + b + m);
    return (product * x) / ((a + term - 1) * (a + term));
  };
  return front / (a * continuedFraction(numerator, () => 1));
}
