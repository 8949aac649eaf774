import { type DoubleMatrix } from '../../linear/doubleMatrix';
import { product } from '../../linear/product';
import { type Penalties } from './penalties';
import { coordinates, shrunken } from './ridge';
import { type RidgeBook } from './ridgeBook';
import { rowsOf, type SampleLayout } from '../samples/sampleLayout';
import { type Split } from '../samples/splits';
import { splitTargets } from '../samples/splitTargets';
import { columnsOfMatrix } from '../samples/submatrix';

/** How one fold's held-out samples are predicted. */
export interface PredictOptions {
  /** Of the columns of `targets`. */
  penalties: Penalties;
  /** The decompositions of a candidate's design. */
  bookOf: (candidate: number) => RidgeBook;
  layout: SampleLayout;
  threads: number;
}

/**
 * Writes the predictions of what a split holds out into their rows of `predicted`, [rows, targets].
 *
 * @param targets [rows, targets]
 */
export async function predictHeldOut(
  { targets, predicted }: { targets: DoubleMatrix; predicted: DoubleMatrix },
  split: Split,
  { penalties, bookOf, layout, threads }: PredictOptions,
): Promise<void> {
  const rows = rowsOf(split.test, layout);
  for (const [candidate, columns] of columnsByCandidate(penalties.candidates)) {
    const all = columns.length === targets.columns;
    const own = all ? targets : columnsOfMatrix(targets, columns);
    const { train, means } = splitTargets(own, split, { layout, centred: true });
    const { ridge, side } = await bookOf(candidate).of(split);
    const alphas = Float64Array.from(columns, (column) => penalties.alphas[column]);
    const weighted = shrunken(ridge, await coordinates(ridge, train, threads), alphas);
    const found = await product(side, weighted, { threads });
    writeInto(predicted, found, { rows, columns, means });
  }
}

/** Which columns chose which candidate. */
export function columnsByCandidate(candidates: Int32Array): Map<number, Int32Array> {
  const lists = new Map<number, number[]>();
  candidates.forEach((candidate, column) => {
    const list = lists.get(candidate) ?? [];
    list.push(column);
    lists.set(candidate, list);
  });
  return new Map([...lists].map(([candidate, columns]) => [candidate, Int32Array.from(columns)]));
}

function writeInto(
  predicted: DoubleMatrix,
  found: DoubleMatrix,
  { rows, columns, means }: { rows: Int32Array; columns: Int32Array; means: Float64Array },
): void {
  rows.forEach((row, place) => {
    columns.forEach((column, index) => {
      predicted.values[row * predicted.columns + column] =
        found.values[place * found.columns + index] + means[index];
    });
  });
}
