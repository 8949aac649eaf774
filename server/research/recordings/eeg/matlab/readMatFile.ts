import { ByteSource } from '../../files/byteSource';
import { fileFault } from '../../files/fileFault';
import type { FileHead } from '../../files/fileHead';
import { bestPacking } from '../../files/limits';
import { FileParts } from '../blocks/fileParts';
import { MatBudget } from './matBudget';
import { MatElements, matTypes } from './matElements';
import { readMatrix } from './matMatrix';
import type { MatValue, MatWish, NumberPlace } from './matValue';
import { stretchChunks, type FileStretch } from './stretchChunks';

const headerBytes = 128;
const tagBytes = 8;

/** True for the beginning of a MAT-file of version 5 (which MATLAB also calls 6 and 7). */
export function isMatFile(bytes: Buffer): boolean {
  if (bytes.length < headerBytes) return false;
  const order = bytes.toString('latin1', 126, 128);
  const version = order === 'IM' ? bytes.readUInt16LE(124) : order === 'MI' ? bytes.readUInt16BE(124) : 0;
  return version === 0x0100;
}

/**
 * The variables of a MAT-file of version 5 (MathWorks, MAT-File Format), packed or not, as far as they are wanted.
 * Large arrays are not read, but told by their place.
 *
 * @throws AppError 'unreadable' where sizes contradict one another or the file ends early, 'too-large' above a million
 *   values besides those arrays
 */
export async function readMatFile(file: FileHead, wish: MatWish): Promise<Map<string, MatValue>> {
  const littleEndian = file.bytes.toString('latin1', 126, 128) === 'IM';
  const variables = new Map<string, MatValue>();
  const budget = new MatBudget(file.path);
  for (const stretch of await variableStretches(file, littleEndian)) {
    const source = new ByteSource(file.path, stretchChunks(stretch));
    const elements = new MatElements(file.path, source, littleEndian);
    const placeOf = (position: number) => placeIn(stretch, position);
    try {
      const end = await endOf(elements, stretch);
      const { name, value } = await readMatrix({ elements, budget, wish, placeOf }, { end, names: [] });
      if (name !== '') variables.set(name, value);
    } finally {
      await source.close();
    }
  }
  return variables;
}

/** A packed variable brings its tag, which says how long it is; that of another has been taken. */
async function endOf(elements: MatElements, { bytes, isPacked }: FileStretch): Promise<number> {
  if (!isPacked) return bytes;
  const tag = await elements.tag(bytes * bestPacking + tagBytes);
  if (tag.type !== matTypes.matrix) throw elements.damaged(`a variable of the type ${tag.type}`);
  return elements.position + tag.bytes;
}

function placeIn({ path, fromByte, bytes, isPacked }: FileStretch, position: number): NumberPlace {
  return isPacked
    ? { kind: 'packed', path, packed: { fromByte, bytes }, offsetBytes: position }
    : { kind: 'file', path, offsetBytes: fromByte + position };
}

const mostVariables = 100_000;

/** Where each variable lies, without what is no matrix. */
async function variableStretches(file: FileHead, littleEndian: boolean): Promise<FileStretch[]> {
  const stretches: FileStretch[] = [];
  const parts = await FileParts.open(file.path);
  try {
    for (let at = headerBytes; at < file.sizeBytes;) {
      const left = file.sizeBytes - at - tagBytes;
      if (left < 0) throw fileFault('unreadable', file.path, 'it ends within a variable: copy it again');
      const tag = await parts.read(at, tagBytes);
      const [type, bytes] = [0, 4].map((place) =>
        littleEndian ? tag.readUInt32LE(place) : tag.readUInt32BE(place),
      );
      if (bytes > left) {
        const reason = `a variable claims ${bytes} bytes where ${left} are left: copy it again`;
        throw fileFault('unreadable', file.path, reason);
      }
      const isPacked = type === matTypes.compressed;
      if (isPacked || type === matTypes.matrix) {
        stretches.push({ path: file.path, fromByte: at + tagBytes, bytes, isPacked });
      }
      if (stretches.length > mostVariables)
        throw fileFault('too-large', file.path, `over ${mostVariables} variables`);
      at += tagBytes + bytes;
    }
  } finally {
    await parts.close();
  }
  return stretches;
}
