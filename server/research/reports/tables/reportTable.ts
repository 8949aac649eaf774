/** A cell: what it says, or a number in full precision with the text that a page shows of it. */
export type Cell = string | null | { value: number | null; shown: string };

/** Numbers of a report, for the page and for a spreadsheet. */
export interface ReportTable {
  /** Names its CSV file: small letters and hyphens. */
  name: string;
  caption: string;
  columns: { label: string; numeric: boolean }[];
  /** Each begins with what it is about. */
  rows: { cells: Cell[]; found?: boolean }[];
}
