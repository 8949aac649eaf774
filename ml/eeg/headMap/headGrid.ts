import { doubleRowOf, type DoubleMatrix } from '@/ml/linear/doubleMatrix';
import type { SitePosition } from '../montage/sitePositions';
import { splineWeights } from '../montage/splineWeights';
import { unprojected, type HeadPoint } from './headProjection';

/** How far cells reach beyond the middle, so that contours end outside of the head. */
export const gridReach = 1.06;

const usualCells = 56;

/** Square cells over the head, and what each takes from electrodes. */
export interface HeadGrid {
  /** Cells a side; the first is in front at the left, the second right of it. */
  cells: number;
  /** [cell, electrode] */
  weights: DoubleMatrix;
}

/** The middle of a cell. */
export function cellCentre(cells: number, cell: number): HeadPoint {
  const along = (step: number) => gridReach * ((2 * step + 1) / cells - 1);
  return [along(cell % cells), -along(Math.floor(cell / cells))];
}

/**
 * Cells for electrodes at these places: made once for a recording, then filled for each moment.
 *
 * @param positions at least one, each once
 * @param cells a side
 */
export function headGrid(positions: readonly SitePosition[], cells = usualCells): HeadGrid {
  const places = Array.from({ length: cells * cells }, (_, cell) => unprojected(cellCentre(cells, cell)));
  return { cells, weights: splineWeights(positions, places) };
}

/**
 * What values at the electrodes say of all cells, [cells * cells]; those beyond a distance of 1 lie outside of the head.
 *
 * @throws RangeError where values are not as many as the electrodes, or not finite
 */
export function headField({ weights }: HeadGrid, values: ArrayLike<number>): Float64Array {
  if (values.length !== weights.columns)
    throw new RangeError(`invalid values: ${values.length} (one for each of ${weights.columns} electrodes)`);
  const numbers = Float64Array.from(values);
  const wrong = numbers.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0)
    throw new RangeError(`invalid value: ${numbers[wrong]} of electrode ${wrong + 1} (finite numbers)`);
  return Float64Array.from({ length: weights.rows }, (_, cell) => {
    const row = doubleRowOf(weights, cell);
    let sum = 0;
    for (let electrode = 0; electrode < row.length; electrode++) sum += row[electrode] * numbers[electrode];
    return sum;
  });
}
