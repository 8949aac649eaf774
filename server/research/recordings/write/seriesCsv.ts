import { writeFile } from 'node:fs/promises';
import { guardFormula } from '@/ml/csv/formulaGuard';
import type { Series, SeriesColumn } from '../series';

const rowsAtOnce = 1000;

/**
 * A series as CSV: a header, then a row a sample, numbers as short as reads back the same. Where the hop is known, the
 * first column `time_s` says when each sample is, from the series' start or 0. Units stand in brackets: "dB" of
 * envelope as `envelope [dB]`. A missing number is `n/a`.
 */
export function* seriesCsv({ hopSeconds, startSeconds, columns, values }: Series): Generator<string> {
  const timed = hopSeconds !== null;
  yield `${[...(timed ? ['time_s'] : []), ...columns.map(heading)].map((name) => quoted(name)).join(',')}\n`;
  for (let from = 0; from < values.rows; from += rowsAtOnce) {
    const lines = Array.from({ length: Math.min(rowsAtOnce, values.rows - from) }, (_, i) => {
      const row = from + i;
      const cells = Array.from(
        values.values.subarray(row * values.columns, (row + 1) * values.columns),
        cellOf,
      );
      return [...(timed ? [String((startSeconds ?? 0) + row * hopSeconds)] : []), ...cells].join(',');
    });
    yield `${lines.join('\n')}\n`;
  }
}

/** Writes a series to a CSV file, as seriesCsv. */
export async function writeSeriesCsv(path: string, series: Series): Promise<void> {
  await writeFile(path, seriesCsv(series));
}

/** A number as short as reads back the same; n/a where it is missing (BIDS). */
export function cellOf(value: number): string {
  return Number.isFinite(value) ? String(value) : 'n/a';
}

const heading = ({ name, unit }: SeriesColumn) => (unit === null ? name : `${name} [${unit}]`);

/** A cell of CSV: quoted where it must be, on one line, and no formula of a spreadsheet. */
export function quoted(text: string): string {
  const line = guardFormula(text.replace(/[\r\n\t\v\f]+/g, ' '));
  return /[",;]|^#/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}
