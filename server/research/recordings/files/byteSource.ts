import { byteChunks } from './byteChunks';
import { fileFault } from './fileFault';
import type { FileHead } from './fileHead';

/** Bytes in order, taken in pieces of any length; never more than a chunk ahead. */
export class ByteSource {
  private ahead: Buffer = Buffer.alloc(0);

  /** @param path the file that they come from, which faults name */
  constructor(
    private readonly path: string,
    private readonly chunks: AsyncIterator<Buffer>,
  ) {}

  /** Of a file, unpacked. */
  static of(file: FileHead, signal?: AbortSignal): ByteSource {
    return new ByteSource(file.path, byteChunks(file, signal));
  }

  /** Fills `target` and returns the number of bytes written: fewer only where the file ends. */
  async fill(target: Uint8Array): Promise<number> {
    let filled = 0;
    while (filled < target.length) {
      if (this.ahead.length === 0 && !(await this.next())) break;
      const part = this.ahead.subarray(0, target.length - filled);
      target.set(part, filled);
      filled += part.length;
      this.ahead = this.ahead.subarray(part.length);
    }
    return filled;
  }

  /**
   * Fills `target` wholly.
   * @throws AppError 'unreadable' where the file ends before: `what` is told to be cut off.
   */
  async require(target: Uint8Array, what: string): Promise<void> {
    const filled = await this.fill(target);
    if (filled < target.length) {
      const reason = `it ends within ${what}: ${filled} of ${target.length} bytes are there`;
      throw fileFault('unreadable', this.path, reason);
    }
  }

  /** Leaves bytes out; a file that ends there is told by whatever reads on. */
  async skip(length: number): Promise<void> {
    let left = length;
    while (left > 0) {
      if (this.ahead.length === 0 && !(await this.next())) return;
      const part = Math.min(left, this.ahead.length);
      this.ahead = this.ahead.subarray(part);
      left -= part;
    }
  }

  /** Closes the file. */
  async close(): Promise<void> {
    await this.chunks.return?.();
  }

  private async next(): Promise<boolean> {
    const chunk = await this.chunks.next();
    if (chunk.done === true) return false;
    this.ahead = chunk.value;
    return true;
  }
}
