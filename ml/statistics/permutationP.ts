import { doubleColumnOf, doubleRowOf, type DoubleMatrix } from '../linear/doubleMatrix';
import { benjaminiHochberg } from './benjaminiHochberg';
import { quantileOf } from './quantile';

/** Surrogates that are the observation itself must count, whatever order their sums were taken in. */
const rounding = 1e-12;

/**
 * The chance of a statistic at least as large, one-sided: (b + 1) / (m + 1) where b of m surrogates reach it, never 0
 * (Phipson and Smyth 2010).
 */
export function permutationP(observed: number, surrogates: ArrayLike<number>): number {
  const reach = observed - rounding * Math.abs(observed);
  let count = 1;
  for (let index = 0; index < surrogates.length; index++) if (!(surrogates[index] < reach)) count++;
  return count / (surrogates.length + 1);
}

/** What chance makes of statistics that were computed together. */
export interface PermutationTest {
  /** One-sided, each for itself. */
  p: number[];
  /** Against the largest of all in each surrogate: controls the family-wise error (Nichols and Holmes 2002). */
  pFamily: number[];
  /** Benjamini and Hochberg's false discovery rate of `p`. */
  q: number[];
  /** The 95th percentile of the largest. */
  threshold: number;
}

/**
 * Tests of several statistics, such as one a region, against the same surrogates.
 *
 * @param observed [statistics]
 * @param surrogates [surrogates, statistics], at least one of each
 */
export function permutationTest(observed: ArrayLike<number>, surrogates: DoubleMatrix): PermutationTest {
  const largest = Float64Array.from({ length: surrogates.rows }, (_, row) =>
    // What is no number in any surrogate, such as of an empty region, must not hide the others.
    doubleRowOf(surrogates, row).reduce((most, value) => (value > most ? value : most), -Infinity),
  );
  const p = Array.from(observed, (value, column) => permutationP(value, doubleColumnOf(surrogates, column)));
  return {
    p,
    pFamily: Array.from(observed, (value) => permutationP(value, largest)),
    q: benjaminiHochberg(p),
    threshold: quantileOf(largest, 0.95),
  };
}
