import { fileFault } from '../../files/fileFault';
import type { FileHead } from '../../files/fileHead';
import { isHdf5 } from './hdf5File';
import type { MatValue, MatWish } from './matValue';
import { isMatFile, readMatFile } from './readMatFile';
import { readMatHdf5 } from './readMatHdf5';

/** The wanted variables of a MAT-file of version 5 to 7.3. Throws AppError as readMatFile, 'unreadable' for others. */
export async function matVariables(file: FileHead, wish: MatWish): Promise<Map<string, MatValue>> {
  if (file.packed) throw fileFault('unsupported', file.path, 'it is packed by gzip: unpack it first');
  if (isHdf5(file.bytes)) return readMatHdf5(file, wish);
  if (isMatFile(file.bytes)) return readMatFile(file, wish);
  throw fileFault('unreadable', file.path, 'it does not begin as a MAT-file of MATLAB (version 5 or later)');
}

/** The only number that a value holds; null for anything else. */
export function numberIn(value: MatValue | undefined): number | null {
  return value?.kind === 'numbers' && value.values?.length === 1 ? value.values[0] : null;
}

/** The text that a value holds in one row; null for anything else. */
export function textIn(value: MatValue | undefined): string | null {
  return value?.kind === 'text' && value.rows.length === 1 ? value.rows[0] : null;
}
