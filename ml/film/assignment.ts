import { finish } from '../finish';

/**
 * The assignment of every row to a column of its own whose costs have the least sum: for each row its column. `costs` has
 * at least as many columns as rows; all costs are finite. By shortest augmenting paths with potentials (the Hungarian
 * method as Jonker and Volgenant 1987 have it), rows^2 * columns steps.
 */
export function leastAssignment(costs: readonly Float64Array[]): number[] {
  return finish(assigning(costs));
}

/** The same, so that it may be interrupted after each look at all columns. */
export function* assigning(costs: readonly Float64Array[]): Generator<void, number[]> {
  const columns = costs[0]?.length ?? 0;
  const state: State = {
    costs,
    rowPotentials: new Float64Array(costs.length),
    columnPotentials: new Float64Array(columns),
    rowOf: new Int32Array(columns).fill(-1),
  };
  for (let row = 0; row < costs.length; row++) yield* assignRow(state, row);
  const columnOf = new Array<number>(costs.length);
  state.rowOf.forEach((row, column) => {
    if (row >= 0) columnOf[row] = column;
  });
  return columnOf;
}

interface State {
  costs: readonly Float64Array[];
  /** No cost is less than its row's and its column's potential together; along the assignment it is as much. */
  rowPotentials: Float64Array;
  columnPotentials: Float64Array;
  /** The row that has a column so far; -1 for none. */
  rowOf: Int32Array;
}

/** Finds the shortest way from a row to a free column, changing columns on the way, and takes it. */
function* assignRow(state: State, row: number): Generator<void, void> {
  const columns = state.rowOf.length;
  const lengths = new Float64Array(columns).fill(Infinity);
  const cameFrom = new Int32Array(columns).fill(-1);
  const reached = new Uint8Array(columns);
  let [current, column, length] = [row, -1, 0];
  for (;;) {
    yield;
    lookFrom(state, { current, column, length, lengths, cameFrom, reached });
    column = nearestColumn(lengths, reached);
    length = lengths[column];
    reached[column] = 1;
    current = state.rowOf[column];
    if (current < 0) break;
  }
  adjust(state, { row, length, lengths, reached });
  for (let at = column; at >= 0;) {
    const before = cameFrom[at];
    state.rowOf[at] = before < 0 ? row : state.rowOf[before];
    at = before;
  }
}

interface Search {
  /** The row last come to, the column by which, and how long the way there is. */
  current: number;
  column: number;
  length: number;
  lengths: Float64Array;
  cameFrom: Int32Array;
  reached: Uint8Array;
}

function lookFrom(
  { costs, rowPotentials, columnPotentials }: State,
  { current, column, length, lengths, cameFrom, reached }: Search,
): void {
  const row = costs[current];
  for (let to = 0; to < row.length; to++) {
    if (reached[to]) continue;
    const way = length + (row[to] - rowPotentials[current] - columnPotentials[to]);
    if (way >= lengths[to]) continue;
    lengths[to] = way;
    cameFrom[to] = column;
  }
}

function nearestColumn(lengths: Float64Array, reached: Uint8Array): number {
  let best = -1;
  for (let column = 0; column < lengths.length; column++) {
    if (!reached[column] && (best < 0 || lengths[column] < lengths[best])) best = column;
  }
  return best;
}

/** Changes the potentials so that the way just found, and every pair so far, costs nothing beyond them. */
function adjust(
  { rowPotentials, columnPotentials, rowOf }: State,
  { row, length, lengths, reached }: { row: number } & Pick<Search, 'length' | 'lengths' | 'reached'>,
): void {
  rowPotentials[row] += length;
  for (let column = 0; column < reached.length; column++) {
    if (!reached[column] || rowOf[column] < 0) continue;
    rowPotentials[rowOf[column]] += length - lengths[column];
    columnPotentials[column] -= length - lengths[column];
  }
}
