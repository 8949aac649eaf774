import type { DoubleMatrix } from '../linear/doubleMatrix';
import { chiSquareTail } from './chiSquareTail';

/** Whether contrasts vary alike and on their own, and what F's degrees of freedom are multiplied by where not. */
export interface Sphericity {
  /** Mauchly's W (1940) and its p; null with fewer than two contrasts, or with no more participants than contrasts. */
  mauchlyW: number | null;
  mauchlyP: number | null;
  /** 1 / contrasts .. 1 */
  greenhouseGeisser: number;
  huynhFeldt: number;
}

/**
 * Sphericity of orthonormal contrasts.
 *
 * @param covariance [contrasts, contrasts], over participants
 * @param design how many participants and cells there were
 */
export function sphericityOf(
  covariance: DoubleMatrix,
  { participants, cells }: { participants: number; cells: number },
): Sphericity {
  const degrees = covariance.rows;
  if (degrees < 2) return { mauchlyW: null, mauchlyP: null, greenhouseGeisser: 1, huynhFeldt: 1 };
  const trace = traceOf(covariance);
  const squares = covariance.values.reduce((sum, value) => sum + value * value, 0);
  const greenhouseGeisser = Math.min(1, trace ** 2 / (degrees * squares));
  return {
    ...mauchly(covariance, { errorDegrees: participants - 1, cells }),
    greenhouseGeisser,
    huynhFeldt: huynhFeldtOf({ greenhouseGeisser, degrees, participants }),
  };
}

function huynhFeldtOf(known: { greenhouseGeisser: number; degrees: number; participants: number }): number {
  const { greenhouseGeisser, degrees, participants } = known;
  const left = participants - 1 - degrees * greenhouseGeisser;
  // With as few participants as contrasts nothing is left to divide by.
  if (left < 1e-9) return greenhouseGeisser;
  const estimate = (participants * degrees * greenhouseGeisser - 2) / (degrees * left);
  return Math.min(1, Math.max(greenhouseGeisser, estimate));
}

/**
 * W, and its p by Box's expansion (1949) as R's mauchly.test has it, which takes the number of cells in one term where
 * Anderson (2003) has that of contrasts.
 */
function mauchly(covariance: DoubleMatrix, { errorDegrees, cells }: { errorDegrees: number; cells: number }) {
  const d = covariance.rows;
  const logDeterminant = errorDegrees < d ? null : logDeterminantOf(covariance);
  if (logDeterminant === null) return { mauchlyW: null, mauchlyP: null };
  const logW = logDeterminant - d * Math.log(traceOf(covariance) / d);
  const shrink = 1 - (2 * d ** 2 + d + 2) / (6 * d * errorDegrees);
  const second =
    ((d + 2) * (d - 1) * (d - 2) * (2 * d ** 3 + 6 * d ** 2 + 3 * cells + 2)) /
    (288 * (errorDegrees * d * shrink) ** 2);
  const chiSquare = -errorDegrees * shrink * logW;
  const degrees = (d * (d + 1)) / 2 - 1;
  const [first, next] = [chiSquareTail(chiSquare, degrees), chiSquareTail(chiSquare, degrees + 4)];
  return {
    mauchlyW: Math.exp(logW),
    mauchlyP: Math.min(1, Math.max(0, first + second * (next - first))),
  };
}

const traceOf = ({ rows, values }: DoubleMatrix) =>
  Array.from({ length: rows }, (_, at) => values[at * rows + at]).reduce((sum, value) => sum + value, 0);

/** By Cholesky's decomposition; null where the matrix is not positive definite. */
function logDeterminantOf({ rows, values }: DoubleMatrix): number | null {
  const lower = Float64Array.from(values);
  let sum = 0;
  for (let column = 0; column < rows; column++) {
    for (let row = column; row < rows; row++) {
      let left = lower[row * rows + column];
      for (let k = 0; k < column; k++) left -= lower[row * rows + k] * lower[column * rows + k];
      if (row === column && !(left > 1e-14 * values[column * rows + column])) return null;
      lower[row * rows + column] = row === column ? Math.sqrt(left) : left / lower[column * rows + column];
    }
    sum += 2 * Math.log(lower[column * rows + column]);
  }
  return sum;
}
