import { type DoubleMatrix, doubleZeros } from '../../linear/doubleMatrix';
import { product } from '../../linear/product';
import { type Design } from '../design/design';
import { type DesignedCohort } from '../design/designedCohorts';
import { type EncodingContext } from '../encodingContext';
import { bookOf, type ModelFit } from '../ridge/fitModel';
import { columnsByCandidate } from '../ridge/heldOutPredictions';
import { sliced } from '../ridge/heldOut';
import { coordinates, shrunken } from '../ridge/ridge';
import { rowsOf } from '../samples/sampleLayout';
import { splitTargets } from '../samples/splitTargets';
import { chunksOf, stackedTargets } from '../samples/stackedTargets';
import { type Split } from '../samples/splits';
import { columnMeans, columnsOfMatrix, lessByColumn, rowsOfMatrix, submatrix } from '../samples/submatrix';

/** What a model learned for some participants from one split. */
export interface Learned {
  cohort: DesignedCohort;
  participants: number[];
  split: Split;
  /** The first of the stacked columns that chose the same weights of spaces, and so on. */
  groups: {
    columns: Int32Array;
    /** [space] */
    weights: number[];
    /** Coefficients of the joined columns, [columns, targets], or dual ones of the training rows, [train, targets]. */
    coefficients: DoubleMatrix;
  }[];
}

/** A model's coefficients in every split, some participants at a time. */
export async function* learned(context: EncodingContext, fit: ModelFit): AsyncGenerator<Learned> {
  const {
    study,
    design: { layout, threads },
  } = context;
  for (const [index, cohort] of fit.cohorts.entries()) {
    for (const [place, split] of cohort.splits.entries()) {
      let first = 0;
      for (const participants of chunksOf(cohort.participants, study.targets.length)) {
        const targets = stackedTargets(study, participants, layout);
        const { candidates, alphas } = sliced(fit.penalties[index][place], first, targets.columns);
        first += targets.columns;
        const groups: Learned['groups'] = [];
        for (const [candidate, columns] of columnsByCandidate(candidates)) {
          const weights = fit.weights[candidate];
          const { ridge } = await bookOf(context, cohort, weights).of(split);
          const { train } = splitTargets(columnsOfMatrix(targets, columns), split, { layout, centred: true });
          const own = Float64Array.from(columns, (column) => alphas[column]);
          const found = shrunken(ridge, await coordinates(ridge, train, threads), own);
          groups.push({ columns, weights, coefficients: await product(ridge.vectors, found, { threads }) });
        }
        yield { cohort, participants, split, groups };
      }
    }
  }
}

/** What each space alone adds to the held-out predictions, [space] [test, stacked targets]; their sum is the prediction. */
export async function partsOfPredictions(
  { cohort: { design }, split, groups }: Learned,
  { design: { layout, threads } }: Pick<EncodingContext, 'design'>,
): Promise<DoubleMatrix[]> {
  const [train, test] = [rowsOf(split.train, layout), rowsOf(split.test, layout)];
  const all = groups.reduce((sum, { columns }) => sum + columns.length, 0);
  const parts: DoubleMatrix[] = [];
  for (const [space, matrix] of design.spaces.entries()) {
    const side = sideOfSpace({ form: design.form, matrix }, train, test);
    const part = doubleZeros(test.length, all);
    for (const { columns, weights, coefficients } of groups) {
      const own = ownCoefficients(design, { space, coefficients });
      const scale = scaleOf(design.form, weights[space]);
      scatter(part, await product(side, own, { threads, scale }), columns);
    }
    parts.push(part);
  }
  return parts;
}

/** What columns of the primal form were multiplied by, or kernels of the other. */
export const scaleOf = (form: Design['form'], weight: number): number =>
  form === 'primal' ? Math.sqrt(weight) : weight;

/** Held-out rows of one space, less the training mean of each column. */
function sideOfSpace(
  { form, matrix }: { form: Design['form']; matrix: DoubleMatrix },
  train: Int32Array,
  test: Int32Array,
): DoubleMatrix {
  if (form === 'primal') {
    return lessByColumn(rowsOfMatrix(matrix, test), columnMeans(rowsOfMatrix(matrix, train)));
  }
  // Dual coefficients sum to 0, so that what is the same for all training rows needs not be taken.
  return lessByColumn(submatrix(matrix, test, train), columnMeans(submatrix(matrix, train, train)));
}

/** A space's own rows of the joined coefficients; dual ones belong to all spaces. */
export function ownCoefficients(
  { form, spaces }: Design,
  { space, coefficients }: { space: number; coefficients: DoubleMatrix },
): DoubleMatrix {
  if (form === 'kernel') return coefficients;
  const first = spaces.slice(0, space).reduce((sum, { columns }) => sum + columns, 0);
  const rows = spaces[space].columns;
  const { columns, values } = coefficients;
  return { rows, columns, values: values.slice(first * columns, (first + rows) * columns) };
}

function scatter(target: DoubleMatrix, source: DoubleMatrix, columns: Int32Array): void {
  for (let row = 0; row < source.rows; row++) {
    columns.forEach((column, index) => {
      target.values[row * target.columns + column] = source.values[row * source.columns + index];
    });
  }
}
