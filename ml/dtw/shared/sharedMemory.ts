import { kernelMemory } from './kernelModule';

const pageBytes = 65_536;
/** The first page is the kernel's own. */
const firstFree = pageBytes;
const alignment = 16;
/** Sizes are rounded up to an eighth of their power of two, so that what one piece leaves another can take. */
const sizesPerDoubling = 8;

/** What searches take is large, and of every size: from here on pieces are parted and joined, or sizes would add up. */
const largeBytes = 2 ** 20;

interface Piece {
  address: number;
  size: number;
}

/** A kernel's memory in pieces that are taken and given back; it grows where none fits, and nothing in it moves. */
export class SharedMemory {
  readonly memory = kernelMemory();
  private end = firstFree;
  private readonly free = new Map<number, number[]>();
  /** By address, none beside another. */
  private freeLarge: Piece[] = [];

  /** Address of `bytes` bytes, a multiple of 16. RangeError where 4 GiB are not enough. */
  take(bytes: number): number {
    const size = roundedSize(bytes);
    const address = size < largeBytes ? this.free.get(size)?.pop() : this.takeLarge(size);
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
    if (size >= largeBytes) return this.giveBackLarge({ address, size });
    const list = this.free.get(size);
    if (list) list.push(address);
    else this.free.set(size, [address]);
  }

  /** Bytes in use or kept for use. */
  get bytes(): number {
    return this.end;
  }

  /** The beginning of the smallest free piece that is large enough. */
  private takeLarge(size: number): number | undefined {
    const fitting = this.freeLarge.filter((piece) => piece.size >= size);
    if (fitting.length === 0) return undefined;
    const piece = fitting.reduce((best, each) => (each.size < best.size ? each : best));
    const { address } = piece;
    piece.address += size;
    piece.size -= size;
    if (piece.size === 0) this.freeLarge.splice(this.freeLarge.indexOf(piece), 1);
    return address;
  }

  /** Free pieces that lie side by side become one. */
  private giveBackLarge(given: Piece): void {
    const pieces = [...this.freeLarge, given].sort((a, b) => a.address - b.address);
    this.freeLarge = [];
    for (const piece of pieces) {
      const before = this.freeLarge.at(-1);
      if (before && before.address + before.size === piece.address) before.size += piece.size;
      else this.freeLarge.push(piece);
    }
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
