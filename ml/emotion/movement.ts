import { type Matrix } from '../matrix/matrix';
import { rowProduct } from '../matrix/rowProduct';
import { type MovementWindow } from './modelDefinition';

/** Which numbers of the model's rows are given: they stand `from` its first one, and are `size`. */
export interface RowPart {
  from: number;
  size: number;
}

/**
 * What one part of the rows (embedding, harmony) says of how a track's emotion moves about its own middle: for each half
 * second the sum over windows of a linear map of the window's mean row. A mean of maps is the map of the mean, so that
 * only two numbers a window and half second are kept of the rows as they pass.
 */
export class Movement {
  /** Of each window the weights of this part for valence, then those for arousal. */
  private readonly maps: number[][];
  private readonly mapped: number[][];

  constructor(
    private readonly windows: readonly MovementWindow[],
    { from, size }: RowPart,
  ) {
    this.maps = windows.flatMap(({ valence, arousal }) =>
      [valence, arousal].map((weights) => weights.slice(from, from + size)),
    );
    this.mapped = this.maps.map(() => []);
  }

  /** The next half seconds' rows, [n, size]. */
  push(rows: Matrix): void {
    this.maps.forEach((weights, map) => {
      for (let row = 0; row < rows.rows; row++) this.mapped[map].push(rowProduct(rows, row, weights));
    });
  }

  /** Valence and arousal of every half second so far, each with mean 0. */
  finish(): { valence: Float64Array; arousal: Float64Array } {
    return { valence: this.axis(0), arousal: this.axis(1) };
  }

  private axis(axis: 0 | 1): Float64Array {
    const total = new Float64Array(this.mapped[axis].length);
    this.windows.forEach((window, index) => {
      windowMeans(this.mapped[2 * index + axis], window).forEach((value, i) => (total[i] += value));
    });
    const mean = total.reduce((sum, value) => sum + value, 0) / total.length;
    return total.map((value) => value - mean);
  }
}

/**
 * The mean of the window of each value: up to it ('causal'), or as far before as after it ('centred', of an odd number
 * of half seconds), less at the ends.
 */
export function windowMeans(
  values: readonly number[],
  { kind, halfSeconds }: Pick<MovementWindow, 'kind' | 'halfSeconds'>,
): Float64Array {
  const upTo = new Float64Array(values.length + 1);
  values.forEach((value, i) => (upTo[i + 1] = upTo[i] + value));
  const ahead = kind === 'centred' ? Math.floor(halfSeconds / 2) : 0;
  const back = kind === 'centred' ? ahead : halfSeconds - 1;
  return Float64Array.from(values, (_, i) => {
    const [start, stop] = [Math.max(0, i - back), Math.min(values.length, i + ahead + 1)];
    return (upTo[stop] - upTo[start]) / (stop - start);
  });
}
