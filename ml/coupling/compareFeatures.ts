import { doubleMatrixOf } from '../linear/doubleMatrix';
import { holm } from '../statistics/holm';
import { mean } from '../statistics/mean';
import { pairedTest } from '../statistics/pairedTest';
import { repeatedMeasuresAnova } from '../statistics/repeatedMeasuresAnova';
import type { BestLag, PostHocTest, ScaleCoupling } from './couplingReport';

/** What features and pieces make of Fisher's z within participants. */
type Comparison = Pick<ScaleCoupling, 'anova' | 'postHoc' | 'leftOut'> & { remarks: string[] };

/** Fisher's z of everybody who has all: [participant][feature][piece]. */
type Cells = number[][][];

/**
 * Repeated-measures analysis of variance feature x piece of the Fisher z of best lags, and paired tests between features.
 *
 * @param best of one scale; a piece that nobody has does not count
 * @param names of the study's participants and the plan's features
 */
export function compareFeatures(
  best: readonly BestLag[],
  names: { participants: readonly string[]; features: readonly string[] },
): Comparison {
  const pieces = [...new Set(best.map(({ piece }) => piece))];
  const zOf = new Map(best.map((one) => [JSON.stringify([one.participant, one.feature, one.piece]), one.z]));
  const all = names.participants.map((participant) =>
    names.features.map((feature) =>
      pieces.map((piece) => zOf.get(JSON.stringify([participant, feature, piece])) ?? NaN),
    ),
  );
  const complete = (cells: number[][]) => cells.flat().every(Number.isFinite);
  const cells = all.filter(complete);
  const leftOut = names.participants.filter((_, participant) => !complete(all[participant]));
  const { anova, remarks } = anovaOf(cells, { features: names.features.length, pieces: pieces.length });
  const postHoc = postHocOf(cells, names.features);
  return { anova, postHoc: postHoc.tests, leftOut, remarks: [...remarks, ...postHoc.remarks] };
}

function anovaOf(cells: Cells, levels: { features: number; pieces: number }) {
  const factors = [
    { name: 'feature', levels: levels.features },
    { name: 'piece', levels: levels.pieces },
  ].filter((factor) => factor.levels > 1);
  if (cells.length < 2 || factors.length === 0) return { anova: null, remarks: [] };
  const columns = levels.features * levels.pieces;
  const table = doubleMatrixOf(Float64Array.from(cells.flat(2)), columns);
  return orRemark('analysis of variance', { anova: null }, () => ({
    anova: repeatedMeasuresAnova(table, factors),
  }));
}

function postHocOf(cells: Cells, features: readonly string[]): { tests: PostHocTest[]; remarks: string[] } {
  if (cells.length < 2) return { tests: [], remarks: [] };
  const pairs = features.flatMap((plus, one) =>
    features.slice(one + 1).map((minus, after) => ({ plus, minus, one, other: one + 1 + after })),
  );
  const meansOf = (feature: number) => cells.map((participant) => mean(participant[feature]));
  const told = pairs.map(({ plus, minus, one, other }) =>
    orRemark(`comparison of ${plus} and ${minus}`, { test: null }, () => ({
      test: { plus, minus, ...pairedTest(meansOf(one), meansOf(other)) },
    })),
  );
  const tests = told.flatMap(({ test }) => test ?? []);
  const adjusted = holm(tests.map(({ p }) => p));
  return {
    tests: tests.map((test, index) => ({ ...test, pHolm: adjusted[index] })),
    remarks: told.flatMap(({ remarks }) => remarks),
  };
}

/** Data that a test refuses are a remark of the report, not the end of the analysis. */
function orRemark<Found, Missing>(
  what: string,
  missing: Missing,
  find: () => Found,
): (Found | Missing) & { remarks: string[] } {
  try {
    return { ...find(), remarks: [] };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ...missing, remarks: [`No ${what}: ${error.message}.`] };
  }
}
