import { type ByteSource } from '../pcm';

const nothing = new Uint8Array(0);

/** Reads a stream of bytes in the portions a parser asks for, whatever pieces the stream comes in. */
export class ByteReader {
  private readonly source: AsyncIterator<Uint8Array>;
  private held: Uint8Array = nothing;

  constructor(source: ByteSource) {
    this.source = source[Symbol.asyncIterator]();
  }

  /** The next `length` bytes, fewer only at the end of the stream. */
  async take(length: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let missing = length;
    while (missing > 0 && (await this.refill())) {
      const part = this.held.subarray(0, missing);
      this.held = this.held.subarray(part.length);
      parts.push(part);
      missing -= part.length;
    }
    return parts.length === 1 ? parts[0] : concatBytes(parts);
  }

  /** Puts bytes back, to be the next ones taken. */
  unread(bytes: Uint8Array): void {
    this.held = isBefore(bytes, this.held)
      ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length + this.held.length)
      : concatBytes([bytes, this.held]);
  }

  /** Passes over `length` bytes, or what is left of the stream. */
  async skip(length: number): Promise<void> {
    let missing = length;
    while (missing > 0 && (await this.refill())) {
      const passed = Math.min(missing, this.held.length);
      this.held = this.held.subarray(passed);
      missing -= passed;
    }
  }

  /** True where no byte is left. */
  async isAtEnd(): Promise<boolean> {
    return !(await this.refill());
  }

  /** The next `total` bytes in pieces of exactly `pieceBytes`, the last one excepted. */
  async *pieces(pieceBytes: number, total = Infinity): AsyncGenerator<Uint8Array, void, undefined> {
    for (let left = total; left > 0;) {
      const piece = await this.take(Math.min(pieceBytes, left));
      if (piece.length === 0) return;
      yield piece;
      left -= piece.length;
    }
  }

  /** All that is left of the stream, in the pieces it comes in. */
  async *rest(): AsyncGenerator<Uint8Array, void, undefined> {
    while (await this.refill()) {
      const piece = this.held;
      this.held = nothing;
      yield piece;
    }
  }

  /** Lets go of the stream; to be called when done, also before its end. */
  async close(): Promise<void> {
    this.held = nothing;
    await this.source.return?.();
  }

  private async refill(): Promise<boolean> {
    while (this.held.length === 0) {
      const next = await this.source.next();
      if (next.done === true) return false;
      this.held = next.value;
    }
    return true;
  }
}

/** True where no copy is needed to join the two: bytes just taken still lie before those held, and often are all. */
function isBefore(bytes: Uint8Array, held: Uint8Array): boolean {
  if (held.length === 0) return true;
  return bytes.buffer === held.buffer && bytes.byteOffset + bytes.length === held.byteOffset;
}

function concatBytes(parts: Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
