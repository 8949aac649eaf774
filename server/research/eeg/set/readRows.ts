import { fileFault } from '../../recordings/files/fileFault';
import { readHead } from '../../recordings/files/fileHead';
import { numberOf } from '../../recordings/text/cells';
import { readWordTable } from '../../recordings/text/wordTable';

/** A row of a table with named columns; what is asked for is checked, and refused by its line. */
export class TableRow {
  constructor(
    private readonly path: string,
    private readonly line: number,
    private readonly cells: ReadonlyMap<string, string | null>,
  ) {}

  /** Null where the cell is empty or the table has no such column. */
  text(column: string): string | null {
    return this.cells.get(column) ?? null;
  }

  /** @throws AppError 'invalid' where it is missing */
  neededText(column: string): string {
    return this.text(column) ?? this.refuse(`column ${column}: it is missing`);
  }

  /** Null where it is missing. @throws AppError 'invalid' for what is no number of the range */
  number(column: string, [least, most]: readonly [number, number]): number | null {
    const text = this.text(column);
    if (text === null) return null;
    const value = numberOf(text, false) ?? NaN;
    if (value >= least && value <= most) return value;
    return this.refuse(`column ${column}: "${text.slice(0, 40)}" (a number from ${least} to ${most})`);
  }

  /** @throws AppError 'invalid' naming file and line */
  refuse(reason: string): never {
    throw fileFault('invalid', this.path, `line ${this.line}, ${reason}`);
  }
}

/**
 * The rows of a table that has a header.
 *
 * @param needed columns that must be there
 * @throws AppError 'invalid' for a missing column, 'unreadable' for a missing file
 */
export async function readRows(path: string, needed: readonly string[]): Promise<TableRow[]> {
  const { header, rows, lines } = await readWordTable(await readHead(path), { header: true });
  const names = header ?? [];
  const missing = needed.filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw fileFault('invalid', path, `its columns are ${names.join(', ')}: ${missing.join(', ')} are needed`);
  return rows.map(
    (cells, row) =>
      new TableRow(path, lines[row], new Map(names.map((name, column) => [name, cells[column]]))),
  );
}
