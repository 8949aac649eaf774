import { fileFault } from './files/fileFault';
import type { Series } from './series';

/**
 * Refuses a series with a missing or infinite number, naming the first: its column and where it stands.
 *
 * @param placeOf where a row stands in the file, such as "line 7"; sample numbers counted from 1 where left out
 * @throws AppError 'invalid'
 */
export function requireFinite(
  path: string,
  { columns, values }: Series,
  placeOf: (row: number) => string = (row) => `sample ${row + 1}`,
): void {
  const index = values.values.findIndex((value) => !Number.isFinite(value));
  if (index < 0) return;
  const row = Math.floor(index / values.columns);
  const { name } = columns[index % values.columns];
  const value = values.values[index];
  const what = Number.isNaN(value) ? 'a number is missing (empty, n/a or NaN)' : `${value}`;
  const column = name.startsWith('column ') ? name : `column ${name}`;
  throw fileFault('invalid', path, `${placeOf(row)}, ${column}: ${what}: fill it in or cut it out`);
}
