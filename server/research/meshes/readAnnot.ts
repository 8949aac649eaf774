import { AppError } from '../../base/errors';
import type { VertexLabels } from './surfaceSet';

/** Regions that stand for no region. */
const background = /^(unknown|medial_?wall|\?*|none)$|background/i;
const mostRegions = 65_535;

interface Region {
  name: string;
  /** red + green * 2^8 + blue * 2^16, by which vertices name their region. */
  code: number;
}

/**
 * The region of each vertex in a FreeSurfer annotation (.annot, with its colour table, old or version 2): big-endian
 * pairs of vertex and colour, then the table. Throws AppError 'unreadable' naming the file and what is wrong.
 */
export function readAnnot(bytes: Uint8Array, name: string): VertexLabels {
  try {
    const reader = new BigEndian(bytes);
    const vertices = reader.count(8);
    const pairs = Array.from({ length: vertices }, () => [reader.int(), reader.int()] as const);
    if (reader.int() !== 1) throw new RangeError('it has no table of colours, which names its regions');
    const regions = readTable(reader);
    return labelsOf(pairs, regions, vertices);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new AppError('unreadable', `invalid file: ${name} (${error.message})`, { cause: error });
  }
}

function readTable(reader: BigEndian): Region[] {
  const first = reader.int();
  if (first > 0) {
    reader.text();
    return Array.from({ length: bounded(first) }, () => readRegion(reader));
  }
  if (first !== -2) throw new RangeError(`version ${-first} of its table is not known`);
  reader.int();
  reader.text();
  return Array.from({ length: bounded(reader.int()) }, () => {
    reader.int();
    return readRegion(reader);
  });
}

function readRegion(reader: BigEndian): Region {
  const name = reader.text();
  const [red, green, blue] = [reader.int(), reader.int(), reader.int()];
  reader.int();
  return { name, code: red + green * 2 ** 8 + blue * 2 ** 16 };
}

function bounded(regions: number): number {
  if (regions >= 1 && regions <= mostRegions) return regions;
  throw new RangeError(`a table of ${regions} regions`);
}

function labelsOf(
  pairs: readonly (readonly [vertex: number, code: number])[],
  regions: Region[],
  vertices: number,
): VertexLabels {
  const named = regions.filter(({ name }) => !background.test(name));
  const places = new Map(named.map(({ code }, index) => [code, index + 1]));
  const labels = new Uint16Array(vertices);
  for (const [vertex, code] of pairs) {
    if (vertex < 0 || vertex >= vertices) throw new RangeError(`vertex ${vertex} of ${vertices}`);
    labels[vertex] = places.get(code) ?? 0;
  }
  return { labels, names: ['', ...named.map(({ name }) => name)] };
}

/** Reads one number after another; a file that ends too early is a RangeError in words. */
class BigEndian {
  private readonly view: DataView;
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  int(): number {
    this.need(4);
    this.at += 4;
    return this.view.getInt32(this.at - 4);
  }

  /** A number of things of so many bytes each, which must be there. */
  count(size: number): number {
    const count = this.int();
    if (count < 1) throw new RangeError(`${count} vertices`);
    this.need(count * size);
    return count;
  }

  /** A text after its length, up to its closing zero. */
  text(): string {
    const length = this.int();
    if (length < 0) throw new RangeError(`a name of ${length} bytes`);
    this.need(length);
    this.at += length;
    const text = Buffer.from(this.bytes.subarray(this.at - length, this.at)).toString('utf8');
    return text.split('\0')[0].trim();
  }

  private need(bytes: number): void {
    if (this.at + bytes > this.bytes.length) throw new RangeError('it ends too early');
  }
}
