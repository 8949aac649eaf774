import { fileFault } from '../files/fileFault';
import type { NumberTypeName } from '../numbers/numberBuffer';

/** What the beginning of an NPY file says. */
export interface NpyHeader {
  type: NumberTypeName;
  littleEndian: boolean;
  fortranOrder: boolean;
  shape: number[];
  /** Where the numbers begin. */
  offsetBytes: number;
}

const magic = Buffer.from('\x93NUMPY', 'latin1');
const longestHeader = 4000;

/** True for the first bytes of an NPY file. */
export function isNpy(bytes: Buffer): boolean {
  return bytes.subarray(0, magic.length).equals(magic);
}

/**
 * Reads the header of an NPY file, versions 1 to 3 (NumPy Enhancement Proposal 1).
 *
 * @param bytes the beginning of the file
 * @throws AppError 'unreadable' for a damaged header, 'unsupported' for objects, records, words and complex numbers
 */
export function readNpyHeader(path: string, bytes: Buffer): NpyHeader {
  if (!isNpy(bytes)) throw fileFault('unreadable', path, 'it does not begin as an NPY file');
  if (bytes.length < 12) throw fileFault('unreadable', path, 'it ends within its NPY header');
  const version = bytes[6];
  if (version < 1 || version > 3) {
    throw fileFault('unsupported', path, `NPY version ${version}: versions 1 to 3 are read`);
  }
  const length = version === 1 ? bytes.readUInt16LE(8) : bytes.readUInt32LE(8);
  const start = version === 1 ? 10 : 12;
  if (length > longestHeader) {
    throw fileFault('unreadable', path, `its NPY header claims ${length} bytes: at most ${longestHeader}`);
  }
  if (start + length > bytes.length) throw fileFault('unreadable', path, 'it ends within its NPY header');
  const text = bytes.toString(version === 3 ? 'utf8' : 'latin1', start, start + length);
  return { ...parseHeader(path, text), offsetBytes: start + length };
}

function parseHeader(path: string, text: string): Omit<NpyHeader, 'offsetBytes'> {
  const descriptor = /['"]descr['"]\s*:\s*(?:['"]([^'"]*)['"]|(\[))/.exec(text);
  const order = /['"]fortran_order['"]\s*:\s*(True|False)/.exec(text);
  const shape = /['"]shape['"]\s*:\s*\(([\d\s,L]*)\)/.exec(text);
  if (!descriptor || !order || !shape) {
    throw fileFault('unreadable', path, 'its NPY header does not name descr, fortran_order and shape');
  }
  const sizes = shape[1].split(',').map((size) => size.replace('L', '').trim());
  return {
    ...typeOf(path, descriptor[2] ? 'records' : descriptor[1]),
    fortranOrder: order[1] === 'True',
    shape: sizes.filter((size) => size !== '').map(Number),
  };
}

function typeOf(path: string, descriptor: string): Pick<NpyHeader, 'type' | 'littleEndian'> {
  const parts = /^([<>|=]?)(f[248]|[iu][1248]|\?|b1)$/.exec(descriptor);
  if (parts) {
    const type = parts[2] === '?' || parts[2] === 'b1' ? 'u1' : (parts[2] as NumberTypeName);
    return { type, littleEndian: parts[1] !== '>' };
  }
  const what = /^\|?O/.test(descriptor)
    ? 'Python objects, which could run code when they are read'
    : `numbers of the type ${descriptor.slice(0, 20)}`;
  throw fileFault(
    'unsupported',
    path,
    `it holds ${what}: save plain numbers, such as array.astype("float64")`,
  );
}
