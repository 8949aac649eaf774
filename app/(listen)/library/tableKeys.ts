/** The row of the headings. */
export const headRow = -1;

interface TableSize {
  total: number;
  /** Rows of a window, for the page keys. */
  page: number;
}

const moves: Partial<Record<string, (row: number, size: TableSize) => number>> = {
  ArrowDown: (row) => row + 1,
  ArrowUp: (row) => row - 1,
  PageDown: (row, { page }) => Math.max(0, row) + page,
  PageUp: (row, { page }) => Math.max(0, row - page),
  Home: () => 0,
  End: (_, { total }) => total - 1,
};

/** The row a key leads to from another, the headings above the first; null for keys that lead nowhere. */
export function rowByKey(key: string, row: number, size: TableSize): number | null {
  const move = moves[key];
  if (!move) return null;
  return Math.max(headRow, Math.min(size.total - 1, move(row, size)));
}

/** The control of a row a key leads to, of `count`; −1 is the row itself. Null for keys that lead nowhere. */
export function partByKey(key: string, part: number, count: number): number | null {
  if (key === 'ArrowRight') return Math.min(count - 1, part + 1);
  if (key === 'ArrowLeft') return Math.max(-1, part - 1);
  return null;
}
