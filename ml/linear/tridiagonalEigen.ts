import { powerOfTwoNear } from './square';

/** Turns of neighbouring columns i and i + 1 into cosine * i - sine * (i + 1) and sine * i + cosine * (i + 1). */
export interface Sweep {
  /** The first pair turned is (first - 1, first); the others follow downwards. */
  first: number;
  /** Cosine and sine of each pair, laid end to end. */
  rotations: Float64Array;
}

/** More than any matrix has been seen to need for an eigenvalue: about two are usual. */
const mostSweepsPerValue = 60;

/** Below this, beside values near 1, a square may have lost digits; its root is nothing but rounding. */
const negligibleSquare = 1e-280;

/**
 * The eigenvalues of a symmetric tridiagonal matrix, by implicit QL (EISPACK's tql2), in no order, in the place of
 * `diagonal` [n]. `offDiagonal` [n - 1] is used up. Off-diagonal values below rounding beside the largest value of the
 * matrix are taken for 0: each eigenvalue is right to a few roundings of the largest one.
 *
 * @param turn - is given each sweep, to turn the columns of the eigenvectors with; its arrays are used again afterwards
 * @throws Error where an eigenvalue is not found, which finite numbers do not do
 */
export function tridiagonalEigenvalues(
  diagonal: Float64Array,
  offDiagonal: Float64Array,
  turn: (sweep: Sweep) => void,
): void {
  const scale = powerOfTwoNear(diagonal, offDiagonal);
  multiply(diagonal, 1 / scale);
  multiply(offDiagonal, 1 / scale);
  const rotations = new Float64Array(2 * offDiagonal.length);
  for (let value = 0; value < diagonal.length; value++) {
    for (let sweeps = 0; ; sweeps++) {
      const last = lastOfBlock(offDiagonal, value);
      if (last === value) break;
      if (sweeps === mostSweepsPerValue) throw new Error(`no eigenvalue ${value} after ${sweeps} sweeps`);
      const count = sweep({ diagonal, offDiagonal, rotations }, value, last);
      turn({ first: last, rotations: rotations.subarray(0, 2 * count) });
    }
  }
  multiply(diagonal, scale);
}

function multiply(values: Float64Array, factor: number): void {
  values.forEach((value, index) => (values[index] = value * factor));
}

/** The last row of the block, connected by more than rounding beside values near 1, that begins at a row. */
function lastOfBlock(offDiagonal: Float64Array, first: number): number {
  let last = first;
  while (last < offDiagonal.length && Math.abs(offDiagonal[last]) > Number.EPSILON) last++;
  return last;
}

/** One implicit QL sweep with Wilkinson's shift over the rows first to last; tells how many pairs were turned. */
function sweep(
  { diagonal, offDiagonal, rotations }: Record<'diagonal' | 'offDiagonal' | 'rotations', Float64Array>,
  first: number,
  last: number,
): number {
  let remainder = diagonal[last] - wilkinsonShift(diagonal, offDiagonal, first);
  let [sine, cosine, shift] = [1, 1, 0];
  for (let row = last - 1, turned = 0; row >= first; row--) {
    const below = sine * offDiagonal[row];
    const beside = cosine * offDiagonal[row];
    const square = below * below + remainder * remainder;
    const length = square < negligibleSquare ? 0 : Math.sqrt(square);
    if (row + 1 < last) offDiagonal[row + 1] = length;
    sine = length === 0 ? 0 : below / length;
    cosine = length === 0 ? 1 : remainder / length;
    const upper = diagonal[row + 1] - shift;
    const mixed = (diagonal[row] - upper) * sine + 2 * cosine * beside;
    shift = sine * mixed;
    diagonal[row + 1] = upper + shift;
    remainder = cosine * mixed - beside;
    rotations[turned++] = cosine;
    rotations[turned++] = sine;
  }
  diagonal[first] -= shift;
  offDiagonal[first] = remainder;
  return last - first;
}

/** The eigenvalue of the first two rows that is the closer to the first. */
function wilkinsonShift(diagonal: Float64Array, offDiagonal: Float64Array, first: number): number {
  const half = (diagonal[first + 1] - diagonal[first]) / (2 * offDiagonal[first]);
  const root = Math.sqrt(half * half + 1);
  return diagonal[first] - offDiagonal[first] / (half < 0 ? half - root : half + root);
}
