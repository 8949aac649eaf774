import { type DoubleMatrix } from './doubleMatrix';
import { reflectOntoLast } from './householder';
import { powerOfTwoNear, requireSquare } from './square';
import { type SymmetricKernel } from './symmetricKernel';
import { fillPanelsWithUnit, readTransposed } from './symmetricPanels';
import { withSymmetricKernel } from './symmetricWorkspace';

/** K = orthogonal * T * orthogonal' of a symmetric matrix K [n, n] and a tridiagonal T. */
export interface Tridiagonal {
  /** Of T, [n]. */
  diagonal: Float64Array;
  /** Beside the diagonal of T, on either side, [n - 1]. */
  offDiagonal: Float64Array;
  /** [n, n] */
  orthogonal: DoubleMatrix;
}

/**
 * Brings a symmetric matrix [n, n], of which the lower triangle is read, into tridiagonal form by Householder's
 * reflections, from the last row up (EISPACK's tred2, in one pass over the matrix for each row).
 *
 * T + alpha I belongs to K + alpha I with the same orthogonal matrix, so that one form serves every alpha of a ridge:
 * see `solveShiftedTridiagonal`.
 *
 * @throws RangeError for a matrix that is not square, or has a value that is not finite.
 */
export function tridiagonalise(matrix: DoubleMatrix): Tridiagonal {
  const rows = requireSquare(matrix);
  const scale = powerOfTwoNear(matrix.values);
  return withSymmetricKernel(rows, (kernel) => {
    load(kernel, matrix, 1 / scale);
    const form = reduce(kernel, rows);
    fillPanelsWithUnit(kernel, rows);
    kernel.reflectPanels();
    const times = (values: Float64Array) => values.map((value) => value * scale);
    return {
      diagonal: times(form.diagonal),
      offDiagonal: times(form.offDiagonal),
      orthogonal: readTransposed(kernel, rows),
    };
  });
}

/** Copies the lower triangle, times a factor, and clears what the kernel reads beside it. */
function load({ memory, layout }: SymmetricKernel, { rows, values }: DoubleMatrix, factor: number): void {
  memory.fill(0, 0, layout.rotations);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column <= row; column++) {
      memory[row * layout.rowLength + column] = values[row * rows + column] * factor;
    }
  }
}

/** The tridiagonal form; reflectors stay in the rows of the matrix, their factors in theirs. */
function reduce(kernel: SymmetricKernel, rows: number): Omit<Tridiagonal, 'orthogonal'> {
  const { memory, layout } = kernel;
  const diagonal = new Float64Array(rows);
  const offDiagonal = new Float64Array(Math.max(0, rows - 1));
  const vectors = vectorsOf(kernel);
  for (let row = rows - 1; row >= 0; row--) {
    const values = memory.subarray(row * layout.rowLength, row * layout.rowLength + row + 1);
    updateRow(values, vectors);
    diagonal[row] = values[row];
    if (row === 0) break;
    values[row] = 0;
    const { factor, last } = reflectOntoLast(values.subarray(0, row));
    offDiagonal[row - 1] = last;
    memory[layout.factors + row] = factor;
    vectors.reflector.set(values);
    kernel.updateAndMultiply(row);
    prepareUpdate(vectors, { row, factor });
  }
  return { diagonal, offDiagonal };
}

type Vectors = Record<'reflector' | 'lastReflector' | 'lastUpdate' | 'product', Float64Array>;

function vectorsOf({ memory, layout: { vectors, rowLength } }: SymmetricKernel): Vectors {
  const [reflector, lastReflector, lastUpdate, product] = [0, 1, 2, 3].map((vector) =>
    memory.subarray(vectors + vector * rowLength, vectors + (vector + 1) * rowLength),
  );
  return { reflector, lastReflector, lastUpdate, product };
}

/** Updates the row that is to be reflected next, and leaves it out of the update of the others. */
function updateRow(values: Float64Array, { lastReflector, lastUpdate }: Vectors): void {
  const row = values.length - 1;
  const [ownReflector, ownUpdate] = [lastReflector[row], lastUpdate[row]];
  for (let column = 0; column <= row; column++) {
    values[column] -= ownReflector * lastUpdate[column] + ownUpdate * lastReflector[column];
  }
  lastReflector[row] = 0;
  lastUpdate[row] = 0;
}

/** From u and K u the w by which H K H = K - u w' - w u'. */
function prepareUpdate(
  { reflector, lastReflector, lastUpdate, product }: Vectors,
  { row, factor }: { row: number; factor: number },
): void {
  let along = 0;
  for (let i = 0; i < row; i++) along += product[i] * reflector[i];
  const share = (factor * factor * along) / 2;
  lastReflector.set(reflector);
  for (let i = 0; i < row; i++) lastUpdate[i] = factor * product[i] - share * reflector[i];
}
