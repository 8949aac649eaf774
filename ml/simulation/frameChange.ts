import { doubleRowOf, type DoubleMatrix } from '../linear/doubleMatrix';

/** Euclidean norm of the difference of each row from the one before it; that of the first is 0: [rows]. */
export function frameChange(frames: DoubleMatrix): Float64Array {
  return Float64Array.from({ length: frames.rows }, (_, row) => {
    if (row === 0) return 0;
    const [now, before] = [doubleRowOf(frames, row), doubleRowOf(frames, row - 1)];
    return Math.sqrt(now.reduce((sum, value, column) => sum + (value - before[column]) ** 2, 0));
  });
}
