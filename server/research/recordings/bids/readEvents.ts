import { fileFault } from '../files/fileFault';
import { readHead, type FileHead } from '../files/fileHead';
import { numberOf } from '../text/cells';
import { readWordTable } from '../text/wordTable';

/** Something that happened during a run. */
export interface RunEvent {
  /** From the beginning of the run; negative before it. */
  onsetSeconds: number;
  /** Null where it is not told. */
  durationSeconds: number | null;
  /** What kind of event: trial_type, where the table has it. */
  type: string | null;
  /** Every cell of its row by column, null where missing. */
  cells: Record<string, string | null>;
}

/**
 * The events of a BIDS _events.tsv, or of a CSV with columns `onset` and `duration` in seconds.
 *
 * @throws AppError 'invalid' without these columns, and for an onset or duration that is no number, naming its line
 */
export async function readEvents(path: string): Promise<RunEvent[]> {
  return eventsOf(await readHead(path));
}

/** As readEvents, of a file that has been looked at. */
export async function eventsOf(file: FileHead): Promise<RunEvent[]> {
  const { header, rows, lines } = await readWordTable(file, { header: true });
  const names = header ?? [];
  const [onset, duration, type] = ['onset', 'duration', 'trial_type'].map((name) => names.indexOf(name));
  if (onset < 0 || duration < 0) {
    throw fileFault(
      'invalid',
      file.path,
      `its columns are ${names.join(', ').slice(0, 100)}: onset and duration are needed`,
    );
  }
  const secondsAt = (row: number, column: number): number | null => {
    const cell = rows[row][column];
    const value = cell === null ? null : numberOf(cell, false);
    if (value === null || (value !== undefined && Number.isFinite(value))) return value;
    const reason = `line ${lines[row]}, column ${names[column]}: "${cell?.slice(0, 40)}" is no number of seconds`;
    throw fileFault('invalid', file.path, reason);
  };
  return rows.map((cells, row) => {
    const onsetSeconds = secondsAt(row, onset);
    if (onsetSeconds === null)
      throw fileFault('invalid', file.path, `line ${lines[row]}: the onset is missing`);
    return {
      onsetSeconds,
      durationSeconds: secondsAt(row, duration),
      type: type < 0 ? null : cells[type],
      cells: Object.fromEntries(names.map((name, column) => [name, cells[column]])),
    };
  });
}
