import { type DoubleMatrix } from './doubleMatrix';
import { type SymmetricKernel } from './symmetricKernel';
import { mostRotations, mostSweeps } from './symmetricMemory';
import { readColumns, writePanels } from './symmetricPanels';
import { withSymmetricKernel } from './symmetricWorkspace';
import { type Sweep, tridiagonalEigenvalues } from './tridiagonalEigen';
import { tridiagonalise } from './tridiagonalise';

/** K = vectors * diag(values) * vectors' of a symmetric matrix K [n, n]. */
export interface SymmetricEigen {
  /** Ascending, [n]. */
  values: Float64Array;
  /** [n, n], a column for each value, orthonormal. */
  vectors: DoubleMatrix;
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix [n, n], of which the lower triangle is read: Householder's
 * reflections, then implicit QL. Values are right to a few roundings of the largest one in size; those of a matrix of
 * lower rank come out about that far from 0, on either side.
 *
 * @throws RangeError for a matrix that is not square, or has a value that is not finite.
 */
export function symmetricEigen(matrix: DoubleMatrix): SymmetricEigen {
  const { diagonal, offDiagonal, orthogonal } = tridiagonalise(matrix);
  return withSymmetricKernel(matrix.rows, (kernel) => {
    writePanels(kernel, orthogonal);
    const sweeps = new KeptSweeps(kernel);
    tridiagonalEigenvalues(diagonal, offDiagonal, (sweep) => sweeps.add(sweep));
    sweeps.apply();
    const order = [...diagonal.keys()].sort((a, b) => diagonal[a] - diagonal[b]);
    return {
      values: Float64Array.from(order, (column) => diagonal[column]),
      vectors: readColumns(kernel, order),
    };
  });
}

/** Keeps sweeps until there are enough of them to go through the panels once for all. */
class KeptSweeps {
  private sweeps = 0;
  private rotations = 0;

  constructor(private readonly kernel: SymmetricKernel) {}

  /** A sweep longer than what can be kept goes in parts. */
  add({ first, rotations }: Sweep): void {
    for (let done = 0; done < rotations.length; done += 2 * mostRotations) {
      this.addPart({
        first: first - done / 2,
        rotations: rotations.subarray(done, done + 2 * mostRotations),
      });
    }
  }

  apply(): void {
    this.kernel.rotatePanels(this.sweeps);
    this.sweeps = 0;
    this.rotations = 0;
  }

  private addPart({ first, rotations }: Sweep): void {
    const count = rotations.length / 2;
    if (this.sweeps === mostSweeps || this.rotations + count > mostRotations) this.apply();
    const { memory, layout } = this.kernel;
    memory.set(rotations, layout.rotations + 2 * this.rotations);
    memory.set([first, count], layout.sweeps + 2 * this.sweeps);
    this.sweeps++;
    this.rotations += count;
  }
}
