/** Rows of a table, from `first` to before `last`. */
export interface RowRange {
  first: number;
  last: number;
}

/** Rows come and go by so many at once: more often would be work at every frame. */
const rowStep = 8;
/** Rows are asked for by so many. */
export const windowRows = 100;
/** Rows that may lie before those in sight in the windows that are asked for; behind them are more. */
const rowsBefore = 30;

interface Sight {
  /** How far the table's first row lies over the upper edge of the window, in rows. */
  above: number;
  /** How many rows fit in the window. */
  fitting: number;
}

/** The rows to be there, of a table without end: those in sight, and about a step more on either side. */
export function rowsAround({ above, fitting }: Sight): RowRange {
  const first = (Math.floor(above / rowStep) - 1) * rowStep;
  const last = (Math.ceil((above + fitting) / rowStep) + 1) * rowStep;
  return { first: Math.max(0, first), last: Math.max(0, last) };
}

/** The first of the two windows, by its number, that hold the rows in sight. */
export const firstWindow = ({ first }: RowRange): number =>
  Math.max(0, Math.floor((first - rowsBefore) / windowRows));
