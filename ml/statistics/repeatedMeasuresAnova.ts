import { doubleRowOf, doubleZeros, type DoubleMatrix } from '../linear/doubleMatrix';
import { fTail } from './fTail';
import { sphericityOf } from './sphericity';
import { kronecker, meanContrast, orthonormalContrasts } from './withinContrasts';

/** What varies within participants. */
export interface WithinFactor {
  name: string;
  levels: number;
}

/** One effect of a repeated-measures analysis of variance. */
export interface AnovaEffect {
  /** The factor's name, or those of an interaction: 'feature', 'piece' or 'feature x piece'. */
  effect: string;
  f: number;
  degrees: number;
  errorDegrees: number;
  p: number;
  /** Mauchly's test of sphericity; null with fewer than three levels, or too few participants. */
  mauchlyW: number | null;
  mauchlyP: number | null;
  greenhouseGeisser: number;
  huynhFeldt: number;
  pGreenhouseGeisser: number;
  pHuynhFeldt: number;
  partialEtaSquared: number;
  generalisedEtaSquared: number;
}

interface Sums {
  /** Of the effect, and of what participants differ in it. */
  effect: number;
  error: number;
  /** [degrees, degrees] of participants' contrasts. */
  covariance: DoubleMatrix;
}

/**
 * Repeated-measures analysis of variance with one or more factors within participants, effect by effect on orthonormal
 * contrasts (Kirk 2013): F, its p as it is and with degrees of freedom corrected by Greenhouse and Geisser (1959) and by
 * Huynh and Feldt (1976), Mauchly's test, partial and generalised eta squared (Olejnik and Algina 2003; Bakeman 2005).
 * Epsilons of interactions are those of R and JASP: of the products of contrasts.
 *
 * @param cells [participants, cells], every cell of every participant, the last factor's levels next to one another
 * @param factors whose levels multiply to the number of cells
 * @returns the effects: first each factor, then the interactions
 * @throws RangeError for other numbers of cells, fewer than two participants, or where participants do not vary
 */
export function repeatedMeasuresAnova(cells: DoubleMatrix, factors: readonly WithinFactor[]): AnovaEffect[] {
  const expected = factors.reduce((product, { levels }) => product * levels, 1);
  if (expected !== cells.columns || cells.rows < 2 || factors.some(({ levels }) => levels < 2)) {
    throw new RangeError(
      `invalid cells: ${cells.columns} of ${cells.rows} participants (${expected} of at least two, two levels a factor)`,
    );
  }
  const subsets = subsetsOf(factors);
  const sums = subsets.map((subset) => sumsOf(cells, contrastsOf(factors, subset)));
  const between = sumsOf(cells, contrastsOf(factors, [])).error;
  const errors = sums.reduce((sum, { error }) => sum + error, between);
  return subsets.map((subset, index) =>
    effectOf(sums[index], { cells, errors, effect: subset.map(({ name }) => name).join(' x ') }),
  );
}

/** Every choice of at least one factor, smaller choices first. */
function subsetsOf(factors: readonly WithinFactor[]): WithinFactor[][] {
  const subsets = factors.reduce<WithinFactor[][]>(
    (before, factor) => [...before, ...before.map((subset) => [...subset, factor])],
    [[]],
  );
  return subsets.filter((subset) => subset.length > 0).sort((one, other) => one.length - other.length);
}

/** Contrasts of the factors of an effect, means over all others: [contrasts, cells], orthonormal rows. */
const contrastsOf = (factors: readonly WithinFactor[], effect: readonly WithinFactor[]): DoubleMatrix =>
  factors
    .map((factor) => (effect.includes(factor) ? orthonormalContrasts : meanContrast)(factor.levels))
    .reduce(kronecker);

function sumsOf(cells: DoubleMatrix, contrasts: DoubleMatrix): Sums {
  const [participants, degrees] = [cells.rows, contrasts.rows];
  const scores = Array.from({ length: participants }, (_, participant) =>
    Float64Array.from({ length: degrees }, (_, contrast) =>
      dot(doubleRowOf(cells, participant), doubleRowOf(contrasts, contrast)),
    ),
  );
  const means = Float64Array.from(
    { length: degrees },
    (_, contrast) => scores.reduce((sum, score) => sum + score[contrast], 0) / participants,
  );
  const covariance = doubleZeros(degrees, degrees);
  for (const score of scores) {
    for (let one = 0; one < degrees; one++)
      for (let other = 0; other < degrees; other++)
        covariance.values[one * degrees + other] +=
          ((score[one] - means[one]) * (score[other] - means[other])) / (participants - 1);
  }
  const trace = means.reduce((sum, _, at) => sum + covariance.values[at * degrees + at], 0);
  return { effect: participants * dot(means, means), error: trace * (participants - 1), covariance };
}

function effectOf(
  { effect: squares, error, covariance }: Sums,
  { cells, errors, effect }: { cells: DoubleMatrix; errors: number; effect: string },
): AnovaEffect {
  const degrees = covariance.rows;
  const errorDegrees = degrees * (cells.rows - 1);
  if (!(error > 1e-20 * dot(cells.values, cells.values))) {
    throw new RangeError(
      `invalid cells: participants do not differ in ${effect} (nothing to compare it with)`,
    );
  }
  const f = squares / degrees / (error / errorDegrees);
  const sphericity = sphericityOf(covariance, { participants: cells.rows, cells: cells.columns });
  const { greenhouseGeisser, huynhFeldt } = sphericity;
  const corrected = (epsilon: number) => fTail(f, degrees * epsilon, errorDegrees * epsilon);
  return {
    effect,
    f,
    degrees,
    errorDegrees,
    p: corrected(1),
    ...sphericity,
    pGreenhouseGeisser: corrected(greenhouseGeisser),
    pHuynhFeldt: corrected(huynhFeldt),
    partialEtaSquared: squares / (squares + error),
    generalisedEtaSquared: squares / (squares + errors),
  };
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += one[at] * other[at];
  return sum;
}
