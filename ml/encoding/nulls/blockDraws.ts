import { type DoubleMatrix, doubleZeros } from '../../linear/doubleMatrix';
import { createRandom } from '../../random';
import { type HeldOutSeries } from './heldOutSeries';

/** Orders of a piece's blocks, the same for all participants, targets and models: [draw][block]. */
export type BlockOrders = Int32Array[];

/** How many whole blocks a piece has; what is left after them stays in its place. */
export const blocksIn = (samples: number, blockSamples: number): number => Math.floor(samples / blockSamples);

/** Random orders of one piece's blocks (Fisher and Yates). */
export function blockOrders(
  blocks: number,
  { seed, piece, draws }: { seed: number; piece: number; draws: number },
): BlockOrders {
  const random = createRandom(seed, `blocks of piece ${piece}`);
  return Array.from({ length: draws }, () => {
    const order = Int32Array.from({ length: blocks }, (_, block) => block);
    for (let last = blocks - 1; last > 0; last--) {
      const other = Math.floor(random.next() * (last + 1));
      [order[last], order[other]] = [order[other], order[last]];
    }
    return order;
  });
}

/**
 * The sums of products of predictions with measurements whose blocks were put in another order: [draws, targets]. Products
 * of every block with every other are made once, and each draw only adds those that it brings together.
 */
export function blockProducts(
  { measured, predicted }: Pick<HeldOutSeries, 'measured' | 'predicted'>,
  orders: BlockOrders,
  blockSamples: number,
): DoubleMatrix {
  const { rows, columns } = measured;
  const blocks = blocksIn(rows, blockSamples);
  const between = productsBetween({ measured, predicted }, blocks, blockSamples);
  const rest = sumOfProducts({ measured, predicted }, [
    blocks * blockSamples,
    blocks * blockSamples,
    rows - blocks * blockSamples,
  ]);
  const result = doubleZeros(orders.length, columns);
  orders.forEach((order, draw) => {
    const sums = result.values.subarray(draw * columns, (draw + 1) * columns);
    sums.set(rest);
    const pairs = Array.from(order, (from, block) => between[block * blocks + from]);
    addAll(sums, pairs);
  });
  return result;
}

/** Adds rows four at a time, which halves the time in which sums are read and written. */
function addAll(sums: Float64Array, rows: readonly Float64Array[]): void {
  let row = 0;
  for (; row + 3 < rows.length; row += 4) {
    const [a, b, c, d] = [rows[row], rows[row + 1], rows[row + 2], rows[row + 3]];
    for (let column = 0; column < sums.length; column++) {
      sums[column] += a[column] + b[column] + (c[column] + d[column]);
    }
  }
  for (; row < rows.length; row++) {
    for (let column = 0; column < sums.length; column++) sums[column] += rows[row][column];
  }
}

/** [predicted block * blocks + measured block][column] */
function productsBetween(
  series: Pick<HeldOutSeries, 'measured' | 'predicted'>,
  blocks: number,
  blockSamples: number,
): Float64Array[] {
  return Array.from({ length: blocks * blocks }, (_, pair) =>
    sumOfProducts(series, [
      Math.floor(pair / blocks) * blockSamples,
      (pair % blocks) * blockSamples,
      blockSamples,
    ]),
  );
}

/** Of `count` rows, from one row on of the predicted and another of the measured. */
function sumOfProducts(
  { measured, predicted }: Pick<HeldOutSeries, 'measured' | 'predicted'>,
  [predictedRow, measuredRow, count]: [number, number, number],
): Float64Array {
  const { columns } = measured;
  const sums = new Float64Array(columns);
  for (let row = 0; row < count; row++) {
    const [one, other] = [(predictedRow + row) * columns, (measuredRow + row) * columns];
    for (let column = 0; column < columns; column++) {
      sums[column] += predicted.values[one + column] * measured.values[other + column];
    }
  }
  return sums;
}
