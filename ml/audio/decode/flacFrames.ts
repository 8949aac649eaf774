import { flacCrc16 } from './flacCrc';
import { type FlacFrameHeader, isNext, mostFlacHeaderBytes, readFlacFrameHeader } from './flacFrameHeader';

/** A frame of a FLAC stream, as far as headers tell. */
export interface FlacFrame {
  /** From its header up to the next one. The memory is used again once more bytes come. */
  bytes: Uint8Array;
  header: FlacFrameHeader;
  /** True where it goes on from the frame given before: the next number, the same format and block size. */
  isExpected: boolean;
}

/** A header, and where it lies in the bytes held. */
interface Found {
  at: number;
  header: FlacFrameHeader;
}

/** Eight channels of the largest block, unpacked, in 32 bits: no encoder lets a frame become larger. */
const mostFrameBytes = 1 << 21;

/** By the bit that says whether blocks differ in size, which never changes within a stream. */
const syncCodes = { fixed: Buffer.of(0xff, 0xf8), variable: Buffer.of(0xff, 0xf9) };

/**
 * Finds the frames of a FLAC stream, whatever pieces it comes in. A frame does not say how long it is, and what looks
 * like a header may occur in it by chance. So a header is believed at once where it is the one that must come next, or
 * where what lies before it has the right CRC-16. Any other is kept in mind, and counts once yet another comes without
 * the one that must: then that one is damaged. Bytes between two frames come as the tail of the first. Whether a frame
 * is whole is the decoder's to say.
 * Memory is bounded by the largest lawful frame, time by the length of the stream.
 */
export class FlacFrames {
  private held = Buffer.alloc(1 << 17);
  private length = 0;
  /** How far headers have been looked for. */
  private searched = 0;
  private open: Found | undefined;
  private doubted: Found | undefined;
  /** The header of the frame given last. */
  private last: FlacFrameHeader | undefined;

  /** The frames whose end these bytes tell. */
  *push(bytes: Uint8Array): Generator<FlacFrame, void, undefined> {
    this.append(bytes);
    yield* this.split(mostFlacHeaderBytes);
    const isTooLong = this.open !== undefined && this.searched - this.open.at > mostFrameBytes;
    if (isTooLong) yield* this.close(this.doubted, this.searched);
  }

  /** The frames that are left at the end of the stream. */
  *flush(): Generator<FlacFrame, void, undefined> {
    yield* this.split(1);
    if (this.open !== undefined && this.isWhole(this.open, this.length)) this.doubted = undefined;
    while (this.open !== undefined) yield* this.close(this.doubted, this.length);
  }

  /** Looks at every header that has `headerBytes` of room for it. */
  private *split(headerBytes: number): Generator<FlacFrame, void, undefined> {
    for (;;) {
      const found = this.nextHeader(headerBytes);
      if (found === undefined) return;
      if (this.open === undefined) this.open = found;
      else yield* this.weigh(found);
    }
  }

  /** Ends the open frame at the header found, or keeps that in mind. */
  private *weigh(found: Found): Generator<FlacFrame, void, undefined> {
    while (this.open !== undefined && !this.isEnd(this.open, found)) {
      if (this.doubted === undefined) {
        this.doubted = found;
        return;
      }
      yield* this.close(this.doubted, this.doubted.at);
    }
    yield* this.close(found, found.at);
  }

  /** True where the header found is the end of the open frame beyond doubt. */
  private isEnd(open: Found, { at, header }: Found): boolean {
    return isNext(open.header, header) || this.isWhole(open, at);
  }

  private isWhole(open: Found, end: number): boolean {
    return flacCrc16(this.held.subarray(open.at, end)) === 0;
  }

  /** Ends the open frame where the next one begins, or at `end` where none is known. */
  private *close(next: Found | undefined, end: number): Generator<FlacFrame, void, undefined> {
    const open = this.open;
    this.open = next;
    this.doubted = undefined;
    if (open === undefined) return;
    const isExpected = this.last !== undefined && isNext(this.last, open.header);
    this.last = open.header;
    yield { bytes: this.held.subarray(open.at, next?.at ?? end), header: open.header, isExpected };
  }

  private nextHeader(headerBytes: number): Found | undefined {
    const held = this.held.subarray(0, this.length);
    for (;;) {
      const at = held.indexOf(this.syncCode(), this.searched);
      this.searched = at < 0 ? Math.max(this.searched, this.length - 1) : at;
      if (at < 0 || this.length - at < headerBytes) return undefined;
      const header = readFlacFrameHeader(held.subarray(at, at + mostFlacHeaderBytes));
      this.searched += header?.headerBytes ?? 1;
      if (header !== undefined) return { at, header };
    }
  }

  private syncCode(): Buffer | number {
    if (this.open === undefined) return 0xff;
    return this.open.header.isVariable ? syncCodes.variable : syncCodes.fixed;
  }

  /** Puts bytes behind those held, and drops what lies before the open frame. */
  private append(bytes: Uint8Array): void {
    const start = this.open?.at ?? this.searched;
    const held = this.held.subarray(start, this.length);
    const length = held.length + bytes.length;
    const target = length > this.held.length ? Buffer.alloc(2 * length) : this.held;
    target.set(held);
    target.set(bytes, held.length);
    this.held = target;
    this.length = length;
    this.searched -= start;
    if (this.open !== undefined) this.open.at = 0;
    if (this.doubted !== undefined) this.doubted.at -= start;
  }
}
