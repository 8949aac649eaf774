import type { FileHandle } from 'node:fs/promises';
import { openRegularFile } from '../../../../base/openRegularFile';
import { plainReason } from '../../../../base/plainReason';
import { fileFault } from '../../files/fileFault';

/** Stretches of a file, read from any place. */
export class FileParts {
  private constructor(
    private readonly path: string,
    private readonly handle: FileHandle,
  ) {}

  /** Throws AppError 'unreadable'. */
  static async open(path: string): Promise<FileParts> {
    const { handle } = await openRegularFile(path).catch((error: unknown) => {
      throw fileFault('unreadable', path, plainReason(error));
    });
    return new FileParts(path, handle);
  }

  /** So many bytes from a place. Throws AppError 'unreadable' where the file ends before. */
  read(fromByte: number, length: number): Promise<Buffer> {
    return this.fill(fromByte, Buffer.allocUnsafe(length));
  }

  /** Fills memory with the bytes from a place. Throws as `read`. */
  async fill(fromByte: number, bytes: Buffer): Promise<Buffer> {
    const { length } = bytes;
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await this.handle.read(bytes, filled, length - filled, fromByte + filled);
      if (bytesRead === 0) {
        const reason = `it ends at byte ${fromByte + filled}, where its samples go on: copy the file again`;
        throw fileFault('unreadable', this.path, reason);
      }
      filled += bytesRead;
    }
    return bytes;
  }

  close(): Promise<void> {
    return this.handle.close();
  }
}
