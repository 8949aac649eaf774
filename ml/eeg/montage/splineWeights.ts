import { doubleMatrixOf, doubleRowOf, doubleZeros, type DoubleMatrix } from '@/ml/linear/doubleMatrix';
import { positiveInverse } from '@/ml/linear/positiveInverse';
import type { SitePosition } from './sitePositions';

/** Order of the spline, terms of its series, and what is added to the diagonal: those of MNE-Python. */
const order = 4;
const terms = 50;
const smoothing = 1e-5;

/**
 * What values at some places of a sphere say of others, by spherical splines (Perrin et al. 1989): value at a place =
 * sum over the known places of weight times value. The weights of a place add up to 1.
 *
 * @param known at least one, each once
 * @param wanted any
 * @returns [wanted, known]
 * @throws RangeError without a known place
 */
export function splineWeights(known: readonly SitePosition[], wanted: readonly SitePosition[]): DoubleMatrix {
  if (known.length === 0) throw new RangeError('invalid known places: none (at least one)');
  const among = splineMatrix(known, known);
  for (let at = 0; at < known.length; at++) among.values[at * known.length + at] += smoothing;
  const inverse = positiveInverse(among);
  const sums = Float64Array.from(known, (_, row) => sumOf(doubleRowOf(inverse, row)));
  const total = sumOf(sums);
  const weights = doubleZeros(wanted.length, known.length);
  const reach = splineMatrix(wanted, known);
  for (let row = 0; row < wanted.length; row++)
    writeWeights(doubleRowOf(weights, row), doubleRowOf(reach, row), { inverse, sums, total });
  return weights;
}

interface Solved {
  /** Of the spline among the known places. */
  inverse: DoubleMatrix;
  /** Of its rows, and of these. */
  sums: Float64Array;
  total: number;
}

/** The solution of the spline's equations for one place, with the level that makes its coefficients add up to 0. */
function writeWeights(weights: Float64Array, reach: Float64Array, { inverse, sums, total }: Solved): void {
  for (let row = 0; row < reach.length; row++) {
    const factors = doubleRowOf(inverse, row);
    for (let column = 0; column < weights.length; column++) weights[column] += reach[row] * factors[column];
  }
  const missing = (1 - sumOf(weights)) / total;
  for (let column = 0; column < weights.length; column++) weights[column] += missing * sums[column];
}

/** The spline's function g of the angle between places, [ones, others]. */
function splineMatrix(ones: readonly SitePosition[], others: readonly SitePosition[]): DoubleMatrix {
  const values = ones.flatMap((one) => others.map((other) => splineOf(cosineOf(one, other))));
  return doubleMatrixOf(Float64Array.from(values), others.length);
}

const factors = Float64Array.from({ length: terms }, (_, at) => {
  const n = at + 1;
  return (2 * n + 1) / (n ** order * (n + 1) ** order * 4 * Math.PI);
});

/** The series of Legendre polynomials by their recurrence: (n + 1) P[n+1] = (2 n + 1) x P[n] - n P[n-1]. */
function splineOf(x: number): number {
  let before = 1;
  let current = x;
  let sum = 0;
  for (let n = 1; n <= terms; n++) {
    sum += factors[n - 1] * current;
    const next = ((2 * n + 1) * x * current - n * before) / (n + 1);
    before = current;
    current = next;
  }
  return sum;
}

function cosineOf(one: SitePosition, other: SitePosition): number {
  const product = one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
  return product / (Math.hypot(...one) * Math.hypot(...other));
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
