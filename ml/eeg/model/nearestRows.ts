import type { Matrix } from '../../matrix/matrix';
import { rowProduct } from '../../matrix/rowProduct';

/** A row of a matrix, and how alike it is to what was asked for. */
export interface NearRow {
  row: number;
  /** The scalar product: the cosine of vectors of unit length, -1 to 1. */
  similarity: number;
}

/**
 * The rows most alike a vector, the most alike first, ties by row; every row is compared.
 *
 * @throws RangeError where the vector is of another length than the rows
 */
export function nearestRows(matrix: Matrix, vector: Float32Array, limit: number): NearRow[] {
  if (matrix.rows > 0 && vector.length !== matrix.columns)
    throw new RangeError(`invalid vector: ${vector.length} numbers (${matrix.columns}, as rows have)`);
  const nearest: NearRow[] = [];
  for (let row = 0; row < matrix.rows; row++) {
    const similarity = rowProduct(matrix, row, vector);
    if (nearest.length === limit && !(similarity > nearest[limit - 1].similarity)) continue;
    let place = nearest.length;
    while (place > 0 && similarity > nearest[place - 1].similarity) place--;
    nearest.splice(place, 0, { row, similarity });
    if (nearest.length > limit) nearest.pop();
  }
  return nearest;
}
