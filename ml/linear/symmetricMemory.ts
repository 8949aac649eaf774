/** Rows that a panel takes side by side: a line of the processor's cache in double precision. */
export const panelRows = 8;

/** Most rotations that are kept before they are applied: they stay in a core's own cache. */
export const mostRotations = 16_384;

/** Most sweeps that are kept: as short as two rotations. */
export const mostSweeps = mostRotations / 2;

/** Where the parts of the working memory of a symmetric matrix lie, in doubles from its start. */
export interface SymmetricLayout {
  /** The matrix has size rows, which is even. */
  size: number;
  /** From a row to the next: an even number, at least the matrix's own rows. */
  rowLength: number;
  /** Four vectors of `rowLength`: reflector, last reflector, last update, product. */
  vectors: number;
  /** Factors of the reflectors, [size]. */
  factors: number;
  /** Cosine and sine of each rotation. */
  rotations: number;
  /** From which row, and how many rotations, for each sweep. */
  sweeps: number;
  /** Panels of `panelRows` rows: [panels, rowLength, panelRows]. */
  panels: number;
  panelCount: number;
  length: number;
}

/** The layout for a matrix of so many rows and columns. */
export function symmetricLayout(rows: number): SymmetricLayout {
  const size = rows + (rows % 2);
  const panelCount = Math.ceil(rows / panelRows);
  const vectors = size * size;
  const factors = vectors + 4 * size;
  const rotations = factors + size;
  const sweeps = rotations + 2 * mostRotations;
  const panels = sweeps + 2 * mostSweeps;
  const length = panels + panelCount * size * panelRows;
  return { size, rowLength: size, vectors, factors, rotations, sweeps, panels, panelCount, length };
}
