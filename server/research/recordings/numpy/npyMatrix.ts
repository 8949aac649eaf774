import { doubleZeros, type DoubleMatrix } from '@/ml/linear/doubleMatrix';
import type { ByteSource } from '../files/byteSource';
import { fileFault } from '../files/fileFault';
import { mostColumns, mostValues } from '../files/limits';
import { eachNumber } from '../numbers/eachNumber';
import { bytesOf } from '../numbers/numberBuffer';
import { readNpyHeader, type NpyHeader } from './npyHeader';

/** An array as numpy writes it, on its own or within an archive. */
export interface NpyBytes {
  path: string;
  /** Its first bytes, some thousand where it has so many. */
  start: Buffer;
  /** Null where that is only known once it has been unpacked. */
  sizeBytes: number | null;
  open(): ByteSource;
}

/** The numbers of an NPY file, and what its header says. */
export interface NpyMatrix {
  header: NpyHeader;
  /** [samples, columns]: an array of one dimension is a single column. */
  values: DoubleMatrix;
}

/**
 * Reads an NPY file of one or two dimensions.
 *
 * @throws AppError 'unreadable' where the file is not as long as its header says, before anything is allocated;
 *   'invalid' for other dimensions, 'too-large' above the limits, else as readNpyHeader
 */
export async function readNpyMatrix(file: NpyBytes): Promise<NpyMatrix> {
  const header = readNpyHeader(file.path, file.start);
  const [rows, columns] = matrixShape(file.path, header.shape);
  checkLength(file, header, rows * columns);
  const values = doubleZeros(rows, columns);
  const source = file.open();
  try {
    await source.skip(header.offsetBytes);
    const { type, littleEndian, fortranOrder } = header;
    await eachNumber(source, { type, littleEndian, count: rows * columns }, (value, at) => {
      values.values[fortranOrder ? (at % rows) * columns + Math.floor(at / rows) : at] = value;
    });
  } finally {
    await source.close();
  }
  return { header, values };
}

function matrixShape(path: string, shape: number[]): [rows: number, columns: number] {
  const told = `(${shape.join(', ')})`;
  if (shape.length !== 1 && shape.length !== 2) {
    throw fileFault('invalid', path, `its shape is ${told}: (samples,) or (samples, columns) is read`);
  }
  const [rows, columns] = [shape[0], shape[1] ?? 1];
  if (rows === 0 || columns === 0)
    throw fileFault('invalid', path, `its shape is ${told}: there is no number in it`);
  if (columns > mostColumns) throw fileFault('too-large', path, `${columns} columns: at most ${mostColumns}`);
  if (!(rows * columns <= mostValues)) {
    throw fileFault('too-large', path, `its shape is ${told}: at most ${mostValues} numbers are read`);
  }
  return [rows, columns];
}

function checkLength(file: NpyBytes, { type, offsetBytes }: NpyHeader, count: number): void {
  const expected = offsetBytes + count * bytesOf(type);
  if (file.sizeBytes === null || file.sizeBytes === expected) return;
  throw fileFault('unreadable', file.path, `it is ${file.sizeBytes} bytes long, its header says ${expected}`);
}
