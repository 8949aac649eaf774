import { doubleRowOf, doubleZeros, type DoubleMatrix } from '../linear/doubleMatrix';
import type { Random } from '../random';

/**
 * A series later by so many seconds (negative: earlier, as ratings are moved that lag behind what was felt), linear
 * between samples; what was never measured at an end is the value at that end.
 *
 * @param series [samples, columns]
 * @returns [samples, columns]
 */
export function shifted(
  series: DoubleMatrix,
  { seconds, hopSeconds }: { seconds: number; hopSeconds: number },
): DoubleMatrix {
  const { rows, columns } = series;
  const moved = doubleZeros(rows, columns);
  for (let row = 0; row < rows; row++) {
    const place = Math.min(Math.max(row - seconds / hopSeconds, 0), rows - 1);
    const below = Math.floor(place);
    const [low, high] = [doubleRowOf(series, below), doubleRowOf(series, Math.min(below + 1, rows - 1))];
    const target = doubleRowOf(moved, row);
    for (let column = 0; column < columns; column++)
      target[column] = low[column] + (place - below) * (high[column] - low[column]);
  }
  return moved;
}

/** A series later by whole samples, its end put before its beginning: [samples, columns]. */
export function circularlyShifted(series: DoubleMatrix, samples: number): DoubleMatrix {
  const { rows, columns, values } = series;
  const cut = rows === 0 ? 0 : (((-samples % rows) + rows) % rows) * columns;
  const moved = new Float64Array(values.length);
  moved.set(values.subarray(cut));
  moved.set(values.subarray(0, cut), values.length - cut);
  return { rows, columns, values: moved };
}

/**
 * A surrogate of a space: shifted in a circle by a random number of samples, all columns alike. Every shift is as likely
 * as another, those near 0 too: a null without them finds too much where nothing is there.
 *
 * @throws RangeError for fewer than two samples
 */
export function randomlyShifted(space: DoubleMatrix, random: Random): DoubleMatrix {
  if (space.rows < 2) throw new RangeError(`invalid samples to shift: ${space.rows} (at least two)`);
  return circularlyShifted(space, 1 + Math.floor(random.next() * (space.rows - 1)));
}
