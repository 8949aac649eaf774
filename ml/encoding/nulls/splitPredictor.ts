import { singleProduct } from '../../linear/product';
import { type Tridiagonal } from '../../linear/tridiagonalise';
import { type Matrix } from '../../matrix/matrix';
import { transposed } from '../../matrix/multiply';
import { solveShifted } from './shiftedSolve';
import { type SingleTargets } from './singleTargets';

/** A ridge of one split over its tridiagonal form T: predictions are side (T + alpha I)^-1 basis' y. */
interface DecomposedSplit {
  tridiagonal: Pick<Tridiagonal, 'diagonal' | 'offDiagonal'>;
  /** [train, k] */
  basis: Matrix;
  /** [test, k] */
  side: Matrix;
}

/**
 * Predicts the held-out rows of a split for any targets and penalty. Where more targets share a penalty than there are
 * held-out rows, the matrix that brings measured to predicted values is made once and kept, which costs less than turning
 * every target.
 */
export class SplitPredictor {
  private readonly operators = new Map<number, Matrix>();

  constructor(
    private readonly split: DecomposedSplit,
    private readonly threads: number,
  ) {}

  /** [test, targets] */
  async predict({ train, alpha }: Pick<SingleTargets, 'train' | 'alpha'>): Promise<Matrix> {
    const { side, basis, tridiagonal } = this.split;
    const { threads } = this;
    if (this.operators.has(alpha) || train.columns > side.rows) {
      return singleProduct(await this.operator(alpha), train, { threads });
    }
    const found = await singleProduct(basis, train, { transposeLeft: true, threads });
    solveShifted(tridiagonal, found, alpha);
    return singleProduct(side, found, { threads });
  }

  /** side (T + alpha I)^-1 basis', [test, train] */
  private async operator(alpha: number): Promise<Matrix> {
    const known = this.operators.get(alpha);
    if (known) return known;
    const { side, basis, tridiagonal } = this.split;
    const solved = transposed(side);
    solveShifted(tridiagonal, solved, alpha);
    const options = { transposeLeft: true, transposeRight: true, threads: this.threads };
    const made = await singleProduct(solved, basis, options);
    this.operators.set(alpha, made);
    return made;
  }
}
