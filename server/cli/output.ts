import { terminalText } from './terminalText';

/** One column of a table: its heading, and the text of a row. */
export type Column<Row> = [heading: string, text: (row: Row) => string];

/** Where a command writes: results to standard output, everything about the work to standard error. */
export class Output {
  constructor(readonly json: boolean) {}

  /** The result of the command: as one JSON document, or as `text` lines for people. */
  result(document: unknown, text: () => string[]): void {
    if (this.json) process.stdout.write(`${JSON.stringify(document)}\n`);
    else for (const line of text()) process.stdout.write(`${terminalText(line)}\n`);
  }

  /** Something to know about the work, on standard error. */
  note(text: string): void {
    if (!this.json) process.stderr.write(`${terminalText(text)}\n`);
  }
}

/** Lines of a table, columns as wide as they need to be. */
export function table<Row>(rows: Row[], columns: Column<Row>[]): string[] {
  const cells = [
    columns.map(([heading]) => heading),
    ...rows.map((row) => columns.map(([, text]) => text(row))),
  ];
  const escaped = cells.map((row) => row.map(terminalText));
  const widths = columns.map((_, column) => Math.max(...escaped.map((row) => row[column].length)));
  return escaped.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
}

/** Seconds as people read them: "3:07", "1:02:45". */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const shown = parts[0] > 0 ? parts : parts.slice(1);
  return shown.map((part, i) => (i === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

/** A value of the plane with its sign: "+0.42". */
export function signed(value: number): string {
  return `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(2)}`;
}
