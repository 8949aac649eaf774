import { type DoubleMatrix, doubleZeros } from '../../linear/doubleMatrix';
import { type EncodingContext } from '../encodingContext';
import { bookOf, type ModelFit } from '../ridge/fitModel';
import { type FittedModel } from '../ridge/fitModels';
import { sliced } from '../ridge/heldOut';
import { predictHeldOut } from '../ridge/heldOutPredictions';
import { scoresOf } from '../scores/pieceScores';
import { addShares, emptyShares, sharesOf } from './productMeasure';
import { type RidgeBook } from '../ridge/ridgeBook';
import { rowsOf } from '../samples/sampleLayout';
import { type PieceTable } from '../scores/scoreMaps';
import { type NestedSplit } from '../samples/splits';
import { stackedTargets } from '../samples/stackedTargets';
import { stackingWeights } from './stackingWeights';

/** With more spaces than this, sets of them are too many to try. */
export const mostStacked = 6;

/** What stacking the models of single spaces gives. */
export interface Stacking {
  /** The stacked prediction's own score. */
  whole: PieceTable;
  /** [space] its share of that by the product measure. */
  shares: PieceTable[];
}

/** A model's decompositions, kept while participants go through them, by cohort and candidate. */
interface Booked {
  fit: ModelFit;
  predicted: (Float32Array | null)[];
  bookOf: (cohort: number, candidate: number) => RidgeBook;
}

/**
 * Joins the predictions of each space's own model, for every participant and target with the weights by which they err
 * least in the inner splits, so that no weight has seen what is held out.
 *
 * @param models the models of the single spaces, in the plan's order
 */
export async function stacked(context: EncodingContext, models: readonly FittedModel[]): Promise<Stacking> {
  const { study } = context;
  const empty = (): PieceTable => study.participants.map(() => study.pieces.map(() => null));
  const result: Stacking = { whole: empty(), shares: models.map(empty) };
  const booked = models.map((model) => withBooks(context, model));
  for (const { participants, splits, pieces } of context.cohorts) {
    for (const participant of participants) {
      const measured = stackedTargets(study, [participant], context.design.layout);
      const parts = booked.map(({ predicted }) => ({
        ...measured,
        values: Float64Array.from(predicted[participant]!),
      }));
      for (const [index, split] of splits.entries()) {
        const weights = await weightsIn(context, booked, { participant, measured, split, index });
        weigh(parts, weights, rowsOf(split.test, context.design.layout));
      }
      for (const piece of pieces)
        scorePiece(context, result, { participant, piece, splits, measured, parts });
      context.work.advance(splits.length);
    }
  }
  return result;
}

function withBooks(context: EncodingContext, { fit, predicted }: FittedModel): Booked {
  const books = new Map<string, RidgeBook>();
  return {
    fit,
    predicted,
    bookOf: (cohort, candidate) => {
      const key = `${cohort} ${candidate}`;
      const book = books.get(key) ?? bookOf(context, fit.cohorts[cohort], fit.weights[candidate]);
      books.set(key, book);
      return book;
    },
  };
}

/** [target][model] */
async function weightsIn(
  { study, design: { layout, threads } }: EncodingContext,
  models: readonly Booked[],
  {
    participant,
    measured,
    split,
    index,
  }: { participant: number; measured: DoubleMatrix; split: NestedSplit; index: number },
): Promise<number[][]> {
  const targets = study.targets.length;
  const guesses: DoubleMatrix[] = [];
  const inner = split.inner.map(({ test }) => rowsOf(test, layout));
  for (const { fit, bookOf: own } of models) {
    const cohort = fit.cohorts.findIndex(({ participants }) => participants.includes(participant));
    const place = fit.cohorts[cohort].participants.indexOf(participant);
    const penalties = sliced(fit.penalties[cohort][index], place * targets, targets);
    const predicted = doubleZeros(measured.rows, targets);
    for (const each of split.inner) {
      const options = { penalties, bookOf: (candidate: number) => own(cohort, candidate), layout, threads };
      await predictHeldOut({ targets: measured, predicted }, each, options);
    }
    guesses.push(predicted);
  }
  return Array.from({ length: targets }, (_, target) =>
    stackingWeights(errorProducts({ measured, guesses, target }, inner)),
  );
}

/** [model][model] sums of products of errors on inner held-out rows. */
function errorProducts(
  { measured, guesses, target }: { measured: DoubleMatrix; guesses: DoubleMatrix[]; target: number },
  inner: readonly Int32Array[],
): number[][] {
  const sums = guesses.map(() => guesses.map(() => 0));
  for (const rows of inner) {
    for (const row of rows) {
      const at = row * measured.columns + target;
      const errors = guesses.map(({ values }) => measured.values[at] - values[at]);
      errors.forEach((one, first) => errors.forEach((other, second) => (sums[first][second] += one * other)));
    }
  }
  return sums;
}

/** Multiplies the held-out predictions of each model by its weights, in place. */
function weigh(parts: readonly DoubleMatrix[], weights: readonly number[][], rows: Int32Array): void {
  parts.forEach(({ columns, values }, model) => {
    for (const row of rows) {
      for (let target = 0; target < columns; target++)
        values[row * columns + target] *= weights[target][model];
    }
  });
}

function scorePiece(
  { plan, design: { layout } }: EncodingContext,
  { whole, shares }: Stacking,
  found: {
    participant: number;
    piece: number;
    splits: NestedSplit[];
    measured: DoubleMatrix;
    parts: DoubleMatrix[];
  },
): void {
  const { participant, piece, splits, measured, parts } = found;
  const stretches = splits.flatMap(({ test }) => test).filter((stretch) => stretch.piece === piece);
  const sums = emptyShares(parts.length, measured.columns);
  for (const { start, end } of stretches) {
    const first = layout.starts[piece];
    addShares(sums, { measured, parts, start: first + start, end: first + end });
  }
  const predicted = { ...measured, values: measured.values.map((_, at) => sumAt(parts, at)) };
  whole[participant][piece] = scoresOf({ measured, predicted }, stretches, layout)[plan.score];
  sharesOf(sums, plan.score).forEach((share, space) => (shares[space][participant][piece] = share));
}

const sumAt = (parts: readonly DoubleMatrix[], at: number): number =>
  parts.reduce((sum, { values }) => sum + values[at], 0);
