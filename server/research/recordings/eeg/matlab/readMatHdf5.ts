import type { Dataset, Entity, File, Group, Reference } from 'h5wasm';
import { fileFault } from '../../files/fileFault';
import type { FileHead } from '../../files/fileHead';
import { bestPacking } from '../../files/limits';
import type { NumberTypeName } from '../../numbers/numberBuffer';
import { Hdf5File, isDataset, isGroup } from './hdf5File';
import { MatBudget } from './matBudget';
import { elementsOf, mostNumbersKept, type MatValue, type MatWish } from './matValue';

const deepest = 32;

/**
 * The variables of a MAT-file of version 7.3, which is HDF5, as far as they are wanted. Large arrays are not read, but
 * told by their place.
 *
 * @throws AppError as readMatFile
 */
export async function readMatHdf5(file: FileHead, wish: MatWish): Promise<Map<string, MatValue>> {
  const opened = await Hdf5File.open(file);
  try {
    return opened.read((hdf5) => {
      const reader = new MatHdf5(file, hdf5, wish);
      const names = hdf5.keys().filter((name) => !name.startsWith('#'));
      return new Map(names.map((name) => [name, reader.value(hdf5.get(name), [name])]));
    });
  } finally {
    opened.close();
  }
}

class MatHdf5 {
  private readonly budget: MatBudget;

  constructor(
    private readonly head: FileHead,
    private readonly file: File,
    private readonly wish: MatWish,
  ) {
    this.budget = new MatBudget(head.path);
  }

  value(entity: Entity | null, names: readonly string[]): MatValue {
    if (names.length > deepest)
      throw fileFault('unreadable', this.head.path, `over ${deepest} structs lie in one another`);
    this.budget.spend(1, 0);
    if (!this.wish(names)) return { kind: 'other' };
    if (isGroup(entity)) return this.struct(entity, names);
    return isDataset(entity) ? this.array(entity, names) : { kind: 'other' };
  }

  /** A field of a struct array is a data set of references, which of a single struct stands there itself. */
  private struct(group: Group, names: readonly string[]): MatValue {
    const fields = new Map<string, MatValue[]>();
    let dimensions = [1, 1];
    for (const name of group.keys()) {
      const path = [...names, name];
      const entity = this.wish(path) ? group.get(name) : null;
      if (isDataset(entity) && isReferences(entity) && classOf(entity) !== 'cell') {
        dimensions = [...(entity.shape ?? [])].reverse();
        fields.set(name, this.referenced(entity, path));
      } else if (entity) fields.set(name, [this.value(entity, path)]);
    }
    return { kind: 'struct', dimensions, fields };
  }

  private array(dataset: Dataset, names: readonly string[]): MatValue {
    const dimensions = [...(dataset.shape ?? [])].reverse();
    const isEmpty = attribute(dataset, 'MATLAB_empty') !== undefined;
    if (isReferences(dataset)) return { kind: 'cells', dimensions, cells: this.referenced(dataset, names) };
    if (classOf(dataset) === 'char') return { kind: 'text', rows: [isEmpty ? '' : this.text(dataset)] };
    const type = typeOf(dataset);
    if (type === null) return { kind: 'other' };
    const count = isEmpty ? 0 : elementsOf(dimensions);
    this.requireStored(dataset, count);
    const isKept = count <= mostNumbersKept;
    if (isKept) this.budget.spend(0, count * 8);
    return {
      kind: 'numbers',
      dimensions: isEmpty ? [0, 0] : dimensions,
      type,
      littleEndian: true,
      isComplex: false,
      values: !isKept ? null : count === 0 ? new Float64Array(0) : numbersOf(dataset),
      place: { kind: 'dataset', path: this.head.path, dataset: dataset.path },
    };
  }

  private referenced(dataset: Dataset, names: readonly string[]): MatValue[] {
    this.requireSmall(dataset);
    const told = dataset.value as unknown;
    const references = (Array.isArray(told) ? told.flat(8) : [told]) as Reference[];
    return references.map((reference) =>
      this.value(this.file.dereference(reference) as unknown as Entity | null, names),
    );
  }

  private text(dataset: Dataset): string {
    this.requireSmall(dataset);
    const { value } = dataset;
    if (typeof value === 'string') return value.trimEnd();
    if (!ArrayBuffer.isView(value)) return '';
    return Array.from(value as Uint16Array, (code) => String.fromCharCode(Number(code)))
      .join('')
      .trimEnd();
  }

  /** Numbers that were never written are zeros, as many as a file likes to claim. */
  private requireStored({ metadata }: Dataset, count: number): void {
    const { path, sizeBytes } = this.head;
    const most = metadata.chunks ? sizeBytes * bestPacking : sizeBytes;
    if (count * metadata.size <= most) return;
    const reason = `it claims ${count} numbers of ${metadata.size} bytes, and is ${sizeBytes} bytes long`;
    throw fileFault('unreadable', path, `${reason}: copy it again`);
  }

  /** Nothing is allocated because the file says so. */
  private requireSmall(dataset: Dataset): void {
    const count = elementsOf(dataset.shape ?? []);
    this.budget.spend(count, count * dataset.metadata.size);
  }
}

function classOf(dataset: Dataset): unknown {
  return attribute(dataset, 'MATLAB_class');
}

function attribute(dataset: Dataset, name: string): unknown {
  return Object.hasOwn(dataset.attrs, name) ? dataset.attrs[name].value : undefined;
}

function isReferences({ metadata }: Dataset): boolean {
  return metadata.ref_type === 'object';
}

/** HDF5's classes of whole numbers and of floats. */
const [whole, float] = [0, 1];

/** Null for anything but numbers. The library brings them into the machine's order. */
function typeOf({ metadata }: Dataset): NumberTypeName | null {
  const { type, size, signed } = metadata;
  const letter = type === float ? 'f' : type === whole ? (signed ? 'i' : 'u') : null;
  return letter && [1, 2, 4, 8].includes(size) ? (`${letter}${size}` as NumberTypeName) : null;
}

function numbersOf(dataset: Dataset): Float64Array {
  const { value } = dataset;
  if (typeof value === 'number' || typeof value === 'bigint') return Float64Array.of(Number(value));
  if (!ArrayBuffer.isView(value)) return new Float64Array(0);
  return Float64Array.from(value as unknown as ArrayLike<number | bigint>, Number);
}
