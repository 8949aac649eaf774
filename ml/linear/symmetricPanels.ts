import { type DoubleMatrix, doubleZeros } from './doubleMatrix';
import { type SymmetricKernel } from './symmetricKernel';
import { panelRows, type SymmetricLayout } from './symmetricMemory';

/*
 * A panel holds some rows of a matrix, column after column, so that a column's values in these rows are neighbours:
 * what combines columns runs through memory in order.
 */

/** Makes the panels those of a unit matrix of so many rows. */
export function fillPanelsWithUnit({ memory, layout }: SymmetricKernel, rows: number): void {
  memory.fill(0, layout.panels, layout.length);
  for (let row = 0; row < rows; row++) memory[addressIn(layout, row, row)] = 1;
}

/** Makes the panels those of a square matrix. */
export function writePanels({ memory, layout }: SymmetricKernel, { rows, values }: DoubleMatrix): void {
  memory.fill(0, layout.panels, layout.length);
  for (let row = 0; row < rows; row++) {
    let at = addressIn(layout, row, 0);
    for (let column = 0; column < rows; column++, at += panelRows) memory[at] = values[row * rows + column];
  }
}

/** The transposed of the square matrix [rows, rows] in the panels. */
export function readTransposed({ memory, layout }: SymmetricKernel, rows: number): DoubleMatrix {
  const matrix = doubleZeros(rows, rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < rows; column += panelRows) {
      const from = addressIn(layout, column, row);
      const count = Math.min(panelRows, rows - column);
      matrix.values.set(memory.subarray(from, from + count), row * rows + column);
    }
  }
  return matrix;
}

/** The square matrix in the panels, with its columns in the order told. */
export function readColumns({ memory, layout }: SymmetricKernel, order: ArrayLike<number>): DoubleMatrix {
  const rows = order.length;
  const matrix = doubleZeros(rows, rows);
  for (let row = 0; row < rows; row++) {
    const from = addressIn(layout, row, 0);
    for (let column = 0; column < rows; column++) {
      matrix.values[row * rows + column] = memory[from + order[column] * panelRows];
    }
  }
  return matrix;
}

function addressIn({ panels, rowLength }: SymmetricLayout, row: number, column: number): number {
  return panels + (row - (row % panelRows)) * rowLength + column * panelRows + (row % panelRows);
}
