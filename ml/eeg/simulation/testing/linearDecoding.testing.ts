import { cholesky } from '../../../linear/cholesky';
import { type DoubleMatrix, doubleRowOf, doubleZeros } from '../../../linear/doubleMatrix';
import { product } from '../../../linear/product';
import { mean } from '../../../statistics/mean';
import { solveCholesky } from '../../../linear/solveCholesky';

/** Windows of features with the track of each, and whether a track is high. */
export interface LabelledWindows {
  /** [windows, features] */
  features: DoubleMatrix;
  /** [window] */
  tracks: number[];
  /** [track] */
  isHigh: boolean[];
}

/** Shares that were told right, of windows, and of tracks of which at least half of the windows were. */
export interface Accuracy {
  windows: number;
  tracks: number;
}

/** What is left out together: whole tracks, or single windows, whose neighbours are then known. */
export interface HeldOut {
  folds: number;
  by: 'track' | 'window';
}

/** A penalty as a part of the number of windows, which is what each standardised feature weighs. */
const relativePenalty = 0.5;

/**
 * Ridge regression from features to -1 and 1, standardised by the training windows, in so many folds, each window tested
 * once.
 */
export async function decodeHeldOut(windows: LabelledWindows, { folds, by }: HeldOut): Promise<Accuracy> {
  const rows = windows.tracks.map((_, row) => row);
  const foldOf = (row: number) => (by === 'track' ? windows.tracks[row] : row) % folds;
  const told = windows.isHigh.map((): boolean[] => []);
  for (let fold = 0; fold < folds; fold++) {
    const held = rows.filter((row) => foldOf(row) === fold);
    const scores = await scoresOf(
      windows,
      rows.filter((row) => foldOf(row) !== fold),
      held,
    );
    held.forEach((row, index) => {
      const track = windows.tracks[row];
      told[track].push(scores[index] > 0 === windows.isHigh[track]);
    });
  }
  const shares = told
    .filter((each) => each.length > 0)
    .map((each) => each.filter(Boolean).length / each.length);
  return { windows: mean(shares), tracks: mean(shares.map((share) => (share >= 0.5 ? 1 : 0))) };
}

async function scoresOf(windows: LabelledWindows, train: number[], test: number[]): Promise<Float64Array> {
  const { train: known, test: held } = standardised(windows.features, train, test);
  const labels = doubleZeros(train.length, 1);
  train.forEach((row, index) => (labels.values[index] = windows.isHigh[windows.tracks[row]] ? 1 : -1));
  const middle = labels.values.reduce((sum, label) => sum + label, 0) / train.length;
  labels.values.forEach((label, index) => (labels.values[index] = label - middle));
  const [squares, together] = [
    await product(known, known, { transposeLeft: true }),
    await product(known, labels, { transposeLeft: true }),
  ];
  for (let at = 0; at < squares.rows; at++)
    squares.values[at * squares.rows + at] += relativePenalty * train.length;
  const weights = await solveCholesky(await cholesky(squares), together);
  return (await product(held, weights)).values.map((score) => score + middle);
}

function standardised(features: DoubleMatrix, train: number[], test: number[]) {
  const { columns } = features;
  const [means, squares] = [new Float64Array(columns), new Float64Array(columns)];
  for (const row of train)
    doubleRowOf(features, row).forEach((value, column) => {
      means[column] += value / train.length;
      squares[column] += (value * value) / train.length;
    });
  const of = (rows: number[]): DoubleMatrix => {
    const matrix = doubleZeros(rows.length, columns);
    rows.forEach((row, index) =>
      doubleRowOf(features, row).forEach((value, column) => {
        const deviation = Math.sqrt(squares[column] - means[column] ** 2) || 1;
        matrix.values[index * columns + column] = (value - means[column]) / deviation;
      }),
    );
    return matrix;
  };
  return { train: of(train), test: of(test) };
}
