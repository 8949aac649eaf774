import type { ByteSource } from '../../files/byteSource';
import { fileFault } from '../../files/fileFault';
import type { NumberTypeName } from '../../numbers/numberBuffer';

/** A data element of a MAT-file, without its data: what it holds, and how much. */
export interface MatTag {
  type: number;
  bytes: number;
  /** Blanks behind the data. */
  padding: number;
}

/** Numbers of types as MAT-files count them (MAT-File Format, table 1-1). */
export const matTypes = { int8: 1, int32: 5, uint32: 6, matrix: 14, compressed: 15, utf8: 16, utf16: 17 };

/** Types of numbers by MAT-files' own counting. */
export const numberTypes: Partial<Record<number, NumberTypeName>> = {
  1: 'i1',
  2: 'u1',
  3: 'i2',
  4: 'u2',
  5: 'i4',
  6: 'u4',
  7: 'f4',
  9: 'f8',
  12: 'i8',
  13: 'u8',
};

/** Data elements of a MAT-file in their order. Nothing is allocated that its caller has not bounded. */
export class MatElements {
  /** Bytes taken so far, counted from where the elements begin. */
  position = 0;

  constructor(
    readonly path: string,
    private readonly source: ByteSource,
    readonly littleEndian: boolean,
  ) {}

  /** The next tag. Throws AppError 'unreadable' where the data would go on behind `end`. */
  async tag(end: number): Promise<MatTag> {
    const bytes = await this.take(4, end);
    const first = this.littleEndian ? bytes.readUInt32LE() : bytes.readUInt32BE();
    if (first >>> 16 !== 0) return this.smallTag(first);
    const length = await this.take(4, end);
    const tag = { type: first, bytes: this.littleEndian ? length.readUInt32LE() : length.readUInt32BE() };
    if (tag.bytes > end - this.position) {
      throw this.damaged(`an element claims ${tag.bytes} bytes where ${end - this.position} are left`);
    }
    const padded = Math.min(end - this.position, Math.ceil(tag.bytes / 8) * 8);
    return { ...tag, padding: padded - tag.bytes };
  }

  /** Up to four bytes lie within the tag itself. */
  private smallTag(first: number): MatTag {
    const bytes = first >>> 16;
    if (bytes > 4) throw this.damaged(`a small element claims ${bytes} bytes`);
    return { type: first & 0xffff, bytes, padding: 4 - bytes };
  }

  /** So many bytes. Throws AppError 'unreadable' where they would go on behind `end` or the file ends. */
  async take(length: number, end: number): Promise<Buffer> {
    if (length > end - this.position) {
      throw this.damaged(`${length} bytes are needed where ${end - this.position} are left`);
    }
    const bytes = Buffer.alloc(length);
    await this.source.require(bytes, 'its variables');
    this.position += length;
    return bytes;
  }

  /** The data of a tag, with the blanks behind it left out. */
  async data(tag: MatTag, end: number): Promise<Buffer> {
    const bytes = await this.take(tag.bytes, end);
    await this.skip(tag.padding);
    return bytes;
  }

  async skip(length: number): Promise<void> {
    await this.source.skip(length);
    this.position += length;
  }

  damaged(reason: string) {
    return fileFault('unreadable', this.path, `its variables are damaged: ${reason}`);
  }
}
