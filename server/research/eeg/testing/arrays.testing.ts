import { readFileSync, writeFileSync } from 'node:fs';
import { readNpyHeader } from '../../recordings/numpy/npyHeader';

/** An array of any dimensions as an NPY file holds it. */
export interface TestArray {
  shape: number[];
  values: number[];
}

/** Reads an array of single or double precision. */
export function readArray(path: string): TestArray {
  const bytes = readFileSync(path);
  const { shape, type, offsetBytes } = readNpyHeader(path, bytes);
  const content = bytes.buffer.slice(bytes.byteOffset + offsetBytes, bytes.byteOffset + bytes.length);
  return { shape, values: Array.from(type === 'f4' ? new Float32Array(content) : new Float64Array(content)) };
}

/** Writes an array of single precision. */
export function writeArray(path: string, shape: readonly number[], values: Float32Array): void {
  const header = `{'descr': '<f4', 'fortran_order': False, 'shape': (${shape.join(', ')}), }`;
  const opening = Buffer.alloc(256, ' ');
  opening.write('\x93NUMPY\x01\x00', 'latin1');
  opening.writeUInt16LE(246, 8);
  opening.write(header, 10, 'latin1');
  opening.write('\n', 255, 'latin1');
  writeFileSync(path, Buffer.concat([opening, Buffer.from(values.buffer)]));
}
