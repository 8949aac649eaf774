import { type DoubleMatrix, doubleZeros } from '../../linear/doubleMatrix';
import { product } from '../../linear/product';
import { delayedColumns } from './delayedColumns';
import { type DesignOptions, type SpaceSeries } from './spaceSeries';

/**
 * The linear kernel of a space's delayed columns, [rows, rows]. Of features that were standardised before, it is the sum
 * of the undelayed kernel's values at both samples' delays, K[i, j] = sum over d of K0[i - d, j - d], which takes one
 * product as wide as the undelayed space.
 */
export async function delayedKernel(series: SpaceSeries, options: DesignOptions): Promise<DoubleMatrix> {
  const { threads } = options;
  if (options.standardise === 'columns') {
    const columns = delayedColumns(series, options);
    return product(columns, columns, { transposeRight: true, threads });
  }
  const { stacked, starts } = stackedPieces(series);
  const undelayed = await product(stacked, stacked, { transposeRight: true, threads });
  return shiftedSums(undelayed, { series, starts, options });
}

/** The pieces of a space below each other, and the row at which each begins. */
function stackedPieces({ pieces, columns }: SpaceSeries): { stacked: DoubleMatrix; starts: number[] } {
  const starts: number[] = [];
  let rows = 0;
  for (const piece of pieces) {
    starts.push(rows);
    rows += piece?.rows ?? 0;
  }
  const stacked = doubleZeros(rows, columns);
  pieces.forEach((piece, index) => piece && stacked.values.set(piece.values, starts[index] * columns));
  return { stacked, starts };
}

function shiftedSums(
  undelayed: DoubleMatrix,
  { series, starts, options }: { series: SpaceSeries; starts: number[]; options: DesignOptions },
): DoubleMatrix {
  const { layout, before, delays } = options;
  const result = doubleZeros(layout.rows, layout.rows);
  const spans = series.pieces.map((piece, index) => ({
    from: starts[index] + before[index],
    low: starts[index],
    high: starts[index] + (piece?.rows ?? 0),
    row: layout.starts[index],
    samples: layout.samples[index],
  }));
  for (const one of spans) {
    for (const other of spans) {
      if (other.row > one.row) continue;
      for (const delay of delays) addShifted(undelayed, result, { one, other, delay });
    }
  }
  return mirrored(result);
}

/** The rows that a piece has in the undelayed kernel, [low, high), the one of its sample 0, and where it goes. */
interface Span {
  from: number;
  low: number;
  high: number;
  row: number;
  samples: number;
}

/** Adds the block of two pieces, each sample's row moved by a delay; what is moved out of a piece is 0. */
function addShifted(
  undelayed: DoubleMatrix,
  result: DoubleMatrix,
  { one, other, delay }: { one: Span; other: Span; delay: number },
): void {
  const first = Math.max(0, other.low - other.from + delay);
  const end = Math.min(other.samples, other.high - other.from + delay);
  for (let sample = 0; sample < one.samples; sample++) {
    const row = one.from + sample - delay;
    if (row < one.low || row >= one.high) continue;
    const source = row * undelayed.columns + other.from - delay;
    const target = (one.row + sample) * result.columns + other.row;
    for (let at = first; at < end; at++) result.values[target + at] += undelayed.values[source + at];
  }
}

function mirrored(matrix: DoubleMatrix): DoubleMatrix {
  const { rows, values } = matrix;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < row; column++) values[column * rows + row] = values[row * rows + column];
  }
  return matrix;
}
