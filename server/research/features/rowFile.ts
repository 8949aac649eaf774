import { open, type FileHandle } from 'node:fs/promises';

/** Bytes of the header, a multiple of 64: it has room for any shape. */
const headerBytes = 128;

/**
 * An NPY file (version 1, single precision, rows first) that is written row by row, without knowing how many will come:
 * its header is written last. A row may itself be an array of several dimensions.
 */
export class RowFile {
  private rows = 0;

  private constructor(
    private readonly handle: FileHandle,
    private readonly rowShape: readonly number[],
  ) {}

  /** Begins a file anew, of so many columns; or of rows of several dimensions. */
  static async create(path: string, ...rowShape: number[]): Promise<RowFile> {
    const handle = await open(path, 'w');
    await handle.write(Buffer.alloc(headerBytes));
    return new RowFile(handle, rowShape);
  }

  /** Appends whole rows, laid end to end. */
  async append(values: Float32Array): Promise<void> {
    this.rows += values.length / this.rowShape.reduce((product, size) => product * size, 1);
    await this.handle.writeFile(Buffer.from(values.buffer, values.byteOffset, values.byteLength));
  }

  /** Writes the header, which completes the file. */
  async finish(): Promise<void> {
    const shape = [this.rows, ...this.rowShape].join(', ');
    const opening = Buffer.alloc(headerBytes, ' ');
    opening.write('\x93NUMPY\x01\x00', 'latin1');
    opening.writeUInt16LE(headerBytes - 10, 8);
    opening.write(`{'descr': '<f4', 'fortran_order': False, 'shape': (${shape}), }`, 10);
    opening.write('\n', headerBytes - 1);
    await this.handle.write(opening, 0, headerBytes, 0);
  }

  async close(): Promise<void> {
    await this.handle.close();
  }
}
