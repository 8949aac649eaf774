import { type DoubleMatrix, doubleZeros } from '../../linear/doubleMatrix';
import { type DesignedCohort } from '../design/designedCohorts';
import { type EncodingContext } from '../encodingContext';
import { bookOf, type ModelFit } from './fitModel';
import { predictHeldOut } from './heldOutPredictions';
import { type Penalties } from './penalties';
import { type RidgeBook } from './ridgeBook';
import { chunksOf, stackedTargets } from '../samples/stackedTargets';

/** What a model predicts of some participants' held-out samples, beside what was measured: both [rows, targets of all]. */
export interface HeldOut {
  cohort: DesignedCohort;
  participants: number[];
  measured: DoubleMatrix;
  predicted: DoubleMatrix;
}

/** Predicts everything that was held out with the penalties chosen, some participants at a time. */
export async function* heldOut(context: EncodingContext, fit: ModelFit): AsyncGenerator<HeldOut> {
  const { layout, threads } = context.design;
  for (const [index, cohort] of fit.cohorts.entries()) {
    const booked = keptBooks(fit.weights.length === 1, (candidate) =>
      bookOf(context, cohort, fit.weights[candidate]),
    );
    let first = 0;
    for (const participants of chunksOf(cohort.participants, context.study.targets.length)) {
      const measured = stackedTargets(context.study, participants, layout);
      const predicted = doubleZeros(measured.rows, measured.columns);
      for (const [split, each] of cohort.splits.entries()) {
        const penalties = sliced(fit.penalties[index][split], first, measured.columns);
        await predictHeldOut({ targets: measured, predicted }, each, {
          penalties,
          bookOf: booked,
          layout,
          threads,
        });
      }
      first += measured.columns;
      yield { cohort, participants, measured, predicted };
    }
  }
}

/** Of many candidates each split uses others: to keep their decompositions would only fill memory. */
function keptBooks(keeps: boolean, make: (candidate: number) => RidgeBook): (candidate: number) => RidgeBook {
  const books = new Map<number, RidgeBook>();
  return (candidate) => {
    const book = books.get(candidate) ?? make(candidate);
    if (keeps) books.set(candidate, book);
    return book;
  };
}

/** The penalties of some of a cohort's columns. */
export function sliced({ candidates, alphas }: Penalties, first: number, count: number): Penalties {
  return {
    candidates: candidates.subarray(first, first + count),
    alphas: alphas.subarray(first, first + count),
  };
}
