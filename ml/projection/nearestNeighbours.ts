import type { Matrix } from '../matrix/matrix';
import { squaredDistance } from '../matrix/squaredDistance';

/** The nearest rows of every row, nearest first: [count * reach], a row's own place left out. */
export interface Neighbours {
  count: number;
  reach: number;
  indices: Int32Array;
  /** Euclidean. */
  distances: Float32Array;
}

/**
 * The `reach` nearest other rows of every row, exactly: every pair is compared. Ties go to the earlier row.
 * Throws RangeError unless 1 <= reach < count.
 */
export function nearestNeighbours(points: Matrix, reach: number): Neighbours {
  const count = points.rows;
  if (!Number.isInteger(reach) || reach < 1 || reach >= count)
    throw new RangeError(`invalid reach: ${reach} (a whole number from 1 to ${count - 1})`);
  const indices = new Int32Array(count * reach);
  const distances = new Float32Array(count * reach);
  const nearest = new NearestOfRow(reach);
  for (let row = 0; row < count; row++) {
    nearest.clear();
    for (let other = 0; other < count; other++) {
      if (other !== row) nearest.offer(other, squaredDistance(points, row, other));
    }
    indices.set(nearest.indices, row * reach);
    distances.set(nearest.squares.map(Math.sqrt), row * reach);
  }
  return { count, reach, indices, distances };
}

/** The same for fewer neighbours of every row. */
export function fewerNeighbours(neighbours: Neighbours, reach: number): Neighbours {
  const kept = <Values extends Int32Array | Float32Array>(values: Values) =>
    values.filter((_, at) => at % neighbours.reach < reach) as Values;
  const { count, indices, distances } = neighbours;
  return { count, reach, indices: kept(indices), distances: kept(distances) };
}

/** The few least of a stream of distances, kept in order by insertion. */
class NearestOfRow {
  readonly indices: Int32Array;
  readonly squares: Float64Array;
  private readonly last: number;

  constructor(reach: number) {
    this.indices = new Int32Array(reach);
    this.squares = new Float64Array(reach);
    this.last = reach - 1;
  }

  clear(): void {
    this.squares.fill(Infinity);
  }

  offer(index: number, square: number): void {
    if (square >= this.squares[this.last]) return;
    let place = this.last;
    for (; place > 0 && this.squares[place - 1] > square; place--) {
      this.squares[place] = this.squares[place - 1];
      this.indices[place] = this.indices[place - 1];
    }
    this.squares[place] = square;
    this.indices[place] = index;
  }
}
