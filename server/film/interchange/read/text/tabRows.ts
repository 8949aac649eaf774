/** A line of a text whose cells are parted by tabs. */
export interface TabRow {
  line: number;
  cells: string[];
}

/** The lines that are not blank, cell by cell, blanks around them left out. */
export function tabRows(text: string): TabRow[] {
  return text.split(/\r\n?|\n/).flatMap((line, index) => {
    const cells = line.split('\t').map((cell) => cell.trim());
    return cells.some((cell) => cell !== '') ? [{ line: index + 1, cells }] : [];
  });
}
