import { decodeText } from '../edf/edfFields';
import { matTypes } from './matElements';

/**
 * The rows of a char array, without blanks behind them. Characters lie column by column; UTF-8 cannot be laid out so,
 * and is one row.
 *
 * @param type MAT-files' number of the type of its characters
 */
export function textRows(
  bytes: Buffer,
  type: number,
  { dimensions, littleEndian }: { dimensions: readonly number[]; littleEndian: boolean },
): string[] {
  const characters = decoded(bytes, type, littleEndian);
  const rows = dimensions[0] ?? 0;
  if (rows <= 1) return [characters.trimEnd()];
  const columns = Math.ceil(characters.length / rows);
  return Array.from({ length: Math.min(rows, characters.length) }, (_, row) =>
    Array.from({ length: columns }, (__, column) => characters[column * rows + row] ?? '')
      .join('')
      .trimEnd(),
  );
}

function decoded(bytes: Buffer, type: number, littleEndian: boolean): string {
  const isWide = type === 4 || type === matTypes.utf16;
  if (!isWide) return decodeText(bytes);
  const even = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  return (littleEndian ? even : even.swap16()).toString('utf16le');
}
