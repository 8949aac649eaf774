import { bytesOf, NumberBuffer, type NumberTypeName } from '../../numbers/numberBuffer';
import type { MatBudget } from './matBudget';
import { matTypes, numberTypes, type MatElements, type MatTag } from './matElements';
import { textRows } from './matText';
import {
  elementsOf,
  mostNumbersKept,
  type MatNumbers,
  type MatStruct,
  type MatValue,
  type MatWish,
  type NumberPlace,
} from './matValue';

/** What reading matrices needs, besides their bytes. */
export interface MatReading {
  elements: MatElements;
  budget: MatBudget;
  wish: MatWish;
  /** Where numbers lie that begin at this byte of the elements. */
  placeOf: (position: number) => NumberPlace;
}

/** What stands before the content of every matrix. */
interface MatrixHead {
  className: number;
  isComplex: boolean;
  dimensions: number[];
  name: string;
}

const deepest = 32;
const mostDimensions = 32;
const longestName = 4096;
const classes = { cell: 1, struct: 2, object: 3, char: 4, firstNumbers: 6, lastNumbers: 15, opaque: 17 };

/**
 * Reads a matrix of a MAT-file whose tag has been taken, with everything within it that is wanted.
 *
 * @param matrix where its bytes end, and the names of the struct and fields that it lies in
 * @throws AppError 'unreadable' where sizes contradict one another, 'too-large' above the budget
 */
export async function readMatrix(
  reading: MatReading,
  { end, names }: { end: number; names: readonly string[] },
): Promise<{ name: string; value: MatValue }> {
  const { elements, wish, budget } = reading;
  if (end === elements.position) return { name: '', value: emptyNumbers(reading) };
  const head = await readHead(elements, end);
  const path = head.name === '' ? names : [...names, head.name];
  if (names.length > deepest) throw elements.damaged(`over ${deepest} structs lie in one another`);
  budget.spend(1, 0);
  const value = wish(path)
    ? await readContent(reading, { head, end, names: path })
    : ({ kind: 'other' } as const);
  await elements.skip(end - elements.position);
  return { name: head.name, value };
}

function emptyNumbers({ elements, placeOf }: MatReading): MatNumbers {
  return {
    kind: 'numbers',
    dimensions: [0, 0],
    type: 'f8',
    littleEndian: elements.littleEndian,
    isComplex: false,
    values: new Float64Array(0),
    place: placeOf(elements.position),
  };
}

async function readHead(elements: MatElements, end: number): Promise<MatrixHead> {
  const flagsTag = await elements.tag(end);
  if (flagsTag.type !== matTypes.uint32 || flagsTag.bytes !== 8)
    throw elements.damaged('a matrix has no flags');
  const flags = await elements.data(flagsTag, end);
  const word = elements.littleEndian ? flags.readUInt32LE() : flags.readUInt32BE();
  const className = word & 0xff;
  // Objects of classes have no dimensions, and nothing that could be read.
  if (className === classes.opaque) return { className, isComplex: false, dimensions: [], name: '' };
  const dimensions = await readDimensions(elements, end);
  const nameTag = await elements.tag(end);
  if (nameTag.bytes > longestName) throw elements.damaged(`a name of ${nameTag.bytes} bytes`);
  const name = (await elements.data(nameTag, end)).toString('latin1').replace(/\0.*$/s, '');
  return { className, isComplex: (word & 0x800) !== 0, dimensions, name };
}

async function readDimensions(elements: MatElements, end: number): Promise<number[]> {
  const tag = await elements.tag(end);
  const count = tag.bytes / 4;
  if (tag.type !== matTypes.int32 || !Number.isInteger(count) || count < 2 || count > mostDimensions) {
    throw elements.damaged('a matrix has no dimensions');
  }
  const bytes = await elements.data(tag, end);
  const dimensions = Array.from({ length: count }, (_, index) =>
    elements.littleEndian ? bytes.readInt32LE(index * 4) : bytes.readInt32BE(index * 4),
  );
  if (dimensions.some((length) => length < 0) || !Number.isSafeInteger(elementsOf(dimensions))) {
    throw elements.damaged(`a matrix of ${dimensions.join(' x ')}`);
  }
  return dimensions;
}

/** A matrix whose head has been read. */
interface OpenMatrix {
  head: MatrixHead;
  end: number;
  names: readonly string[];
}

async function readContent(reading: MatReading, matrix: OpenMatrix): Promise<MatValue> {
  const { className } = matrix.head;
  if (className === classes.cell) return readCells(reading, matrix);
  if (className === classes.struct) return readStruct(reading, matrix);
  if (className === classes.object) {
    const tag = await reading.elements.tag(matrix.end);
    await reading.elements.skip(tag.bytes + tag.padding);
    return readStruct(reading, matrix);
  }
  if (className === classes.char) return readText(reading, matrix);
  const isNumbers = className >= classes.firstNumbers && className <= classes.lastNumbers;
  return isNumbers ? readNumbers(reading, matrix) : { kind: 'other' };
}

async function readText({ elements, budget }: MatReading, { head, end }: OpenMatrix): Promise<MatValue> {
  if (elementsOf(head.dimensions) === 0) return { kind: 'text', rows: [''] };
  const tag = await elements.tag(end);
  budget.spend(0, tag.bytes);
  const bytes = await elements.data(tag, end);
  const { dimensions } = head;
  return {
    kind: 'text',
    rows: textRows(bytes, tag.type, { dimensions, littleEndian: elements.littleEndian }),
  };
}

async function readNumbers(reading: MatReading, { head, end }: OpenMatrix): Promise<MatValue> {
  const { elements, budget } = reading;
  const tag = await elements.tag(end);
  const type = typeOf(elements, tag);
  const count = elementsOf(head.dimensions);
  if (tag.bytes !== count * bytesOf(type)) {
    const told = head.dimensions.join(' x ');
    throw elements.damaged(`${tag.bytes} bytes for ${told} numbers of ${bytesOf(type)} bytes`);
  }
  const place = reading.placeOf(elements.position);
  const { littleEndian } = elements;
  const isKept = count <= mostNumbersKept;
  if (isKept) budget.spend(0, count * 8);
  const values = isKept ? numbersOf(await elements.data(tag, end), type, littleEndian) : null;
  const { dimensions, isComplex } = head;
  return { kind: 'numbers', dimensions, type, littleEndian, isComplex, values, place };
}

function typeOf(elements: MatElements, { type }: MatTag): NumberTypeName {
  const found = numberTypes[type];
  if (found) return found;
  throw elements.damaged(`numbers of the type ${type}`);
}

function numbersOf(bytes: Buffer, type: NumberTypeName, littleEndian: boolean): Float64Array {
  const buffer = new NumberBuffer(type, littleEndian, bytes.length / bytesOf(type));
  buffer.bytes.set(bytes);
  buffer.refresh();
  return Float64Array.from(buffer.numbers);
}

async function readCells(reading: MatReading, { head, end, names }: OpenMatrix): Promise<MatValue> {
  const count = elementsOf(head.dimensions);
  requireRoom(reading, count, end);
  const cells: MatValue[] = [];
  for (let index = 0; index < count; index++) cells.push(await readInner(reading, end, names));
  return { kind: 'cells', dimensions: head.dimensions, cells };
}

async function readStruct(reading: MatReading, { head, end, names }: OpenMatrix): Promise<MatStruct> {
  const fieldNames = await readFieldNames(reading.elements, end);
  const count = elementsOf(head.dimensions);
  requireRoom(reading, count * fieldNames.length, end);
  const fields = new Map<string, MatValue[]>(fieldNames.map((name) => [name, []]));
  for (let index = 0; index < count; index++) {
    for (const name of fieldNames) {
      const path = [...names, name];
      const value = reading.wish(path) ? await readInner(reading, end, path) : await skipInner(reading, end);
      if (value) fields.get(name)?.push(value);
    }
  }
  return { kind: 'struct', dimensions: head.dimensions, fields };
}

async function readFieldNames(elements: MatElements, end: number): Promise<string[]> {
  const lengthTag = await elements.tag(end);
  if (lengthTag.bytes !== 4) throw elements.damaged('a struct has no names');
  const word = await elements.data(lengthTag, end);
  const length = elements.littleEndian ? word.readInt32LE() : word.readInt32BE();
  const tag = await elements.tag(end);
  if (length < 1 || length > longestName || tag.bytes % length !== 0 || tag.bytes > 2 ** 20) {
    throw elements.damaged(`names of fields of ${length} bytes in ${tag.bytes}`);
  }
  const bytes = await elements.data(tag, end);
  return Array.from({ length: bytes.length / length }, (_, index) =>
    bytes.toString('latin1', index * length, (index + 1) * length).replace(/\0.*$/s, ''),
  );
}

async function readInner(reading: MatReading, end: number, names: readonly string[]): Promise<MatValue> {
  const innerEnd = await innerTag(reading.elements, end);
  return (await readMatrix(reading, { end: innerEnd, names })).value;
}

async function skipInner({ elements }: MatReading, end: number): Promise<null> {
  const innerEnd = await innerTag(elements, end);
  await elements.skip(innerEnd - elements.position);
  return null;
}

async function innerTag(elements: MatElements, end: number): Promise<number> {
  const tag = await elements.tag(end);
  if (tag.type !== matTypes.matrix) throw elements.damaged(`an element of type ${tag.type} for a matrix`);
  return elements.position + tag.bytes;
}

/** Every matrix takes eight bytes at least: nothing is begun that cannot be there. */
function requireRoom({ elements }: MatReading, matrices: number, end: number): void {
  if (matrices * 8 <= end - elements.position) return;
  throw elements.damaged(`${matrices} matrices in ${end - elements.position} bytes`);
}
