import { type DoubleMatrix } from '../../linear/doubleMatrix';
import { rowsOf, type SampleLayout } from './sampleLayout';
import { type Split } from './splits';
import { columnMeans, lessByColumn, rowsOfMatrix } from './submatrix';

/** The targets of one split: both sides less the training rows' mean of each target. */
export interface SplitTargets {
  /** [train, targets] */
  train: DoubleMatrix;
  /** [test, targets] */
  test: DoubleMatrix;
  /** [targets]; zeros where nothing is centred. */
  means: Float64Array;
}

/**
 * @param targets - [rows, targets]
 * @param centred - whether the model has an intercept
 */
export function splitTargets(
  targets: DoubleMatrix,
  { train, test }: Split,
  { layout, centred }: { layout: Pick<SampleLayout, 'starts'>; centred: boolean },
): SplitTargets {
  const learnt = rowsOfMatrix(targets, rowsOf(train, layout));
  const means = centred ? columnMeans(learnt) : new Float64Array(targets.columns);
  const held = rowsOfMatrix(targets, rowsOf(test, layout));
  return { train: lessByColumn(learnt, means), test: lessByColumn(held, means), means };
}
