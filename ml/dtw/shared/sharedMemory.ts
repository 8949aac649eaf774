import { kernelMemory } from './kernelModule';

const pageBytes = 65_536;
/** The first page is the kernel's own. */
const firstFree = pageBytes;
const alignment = 16;
/** Sizes are rounded up to an eighth of their power of two, so that what one piece leaves another can take. */
const sizesPerDoubling = 8;

/** A kernel's memory in pieces that are taken and given back; it grows where none fits, and nothing in it moves. */
export class SharedMemory {
  readonly memory = kernelMemory();
  private end = firstFree;
  private readonly free = new Map<number, number[]>();

  /** Address of `bytes` bytes, a multiple of 16. RangeError where 4 GiB are not enough. */
  take(bytes: number): number {
    const size = roundedSize(bytes);
    const address = this.free.get(size)?.pop();
    if (address !== undefined) return address;
    const from = this.end;
    const missing = from + size - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / pageBytes));
    this.end = from + size;
    return from;
  }

  /** Gives back what was taken with the same number of bytes. */
  giveBack(address: number, bytes: number): void {
    const size = roundedSize(bytes);
    const list = this.free.get(size);
    if (list) list.push(address);
    else this.free.set(size, [address]);
  }

  /** Bytes in use or kept for use. */
  get bytes(): number {
    return this.end;
  }

  shorts(address: number, length: number): Int16Array {
    return new Int16Array(this.memory.buffer, address, length);
  }

  integers(address: number, length: number): Int32Array {
    return new Int32Array(this.memory.buffer, address, length);
  }

  singles(address: number, length: number): Float32Array {
    return new Float32Array(this.memory.buffer, address, length);
  }

  doubles(address: number, length: number): Float64Array {
    return new Float64Array(this.memory.buffer, address, length);
  }
}

function roundedSize(bytes: number): number {
  const unit = Math.max(alignment, 2 ** Math.floor(Math.log2(Math.max(1, bytes))) / sizesPerDoubling);
  return Math.ceil(bytes / unit) * unit;
}
