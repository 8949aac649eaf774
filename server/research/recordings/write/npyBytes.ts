import { writeFile } from 'node:fs/promises';
import type { DoubleMatrix } from '@/ml/linear/doubleMatrix';
import type { Series } from '../series';

/** A matrix as an NPY file (version 1, little-endian double precision, rows first): what numpy.load reads. */
export function npyBytes({ rows, columns, values }: DoubleMatrix): Buffer {
  const header = `{'descr': '<f8', 'fortran_order': False, 'shape': (${rows}, ${columns}), }`;
  // The numbers begin at a multiple of 64 bytes, and the header ends with a newline.
  const length = Math.ceil((10 + header.length + 1) / 64) * 64 - 10;
  const opening = Buffer.alloc(10 + length, ' ');
  opening.write('\x93NUMPY\x01\x00', 'latin1');
  opening.writeUInt16LE(length, 8);
  opening.write(header, 10, 'latin1');
  opening.write('\n', opening.length - 1, 'latin1');
  return Buffer.concat([opening, Buffer.from(values.buffer, values.byteOffset, rows * columns * 8)]);
}

/** Writes the numbers of a series to an NPY file, [samples, columns]: names, units and rate are left out. */
export async function writeSeriesNpy(path: string, { values }: Series): Promise<void> {
  await writeFile(path, npyBytes(values));
}
