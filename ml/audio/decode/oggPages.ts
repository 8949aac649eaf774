import { viewOf } from './bytes';
import { type ByteReader } from './byteReader';

/** One page of an Ogg file (RFC 3533, section 6), its checksum proven. */
export interface OggPage {
  /** The page as it lies in the file. */
  bytes: Uint8Array;
  serial: number;
  /** First and last page of a logical stream. */
  isFirst: boolean;
  isLast: boolean;
  /** True where it begins inside a packet. */
  isContinued: boolean;
  /** The codec's clock at the end of the page; -1 where no packet ends on it. */
  granule: number;
  /** The segments' lengths: a packet goes on for as long as they are 255. */
  lacing: Uint8Array;
  body: Uint8Array;
}

const headerBytes = 27;
const scanBytes = 1 << 16;

/** The whole pages of a stream in order. What lies between them, broken pages included, is passed over. */
export async function* oggPages(reader: ByteReader): AsyncGenerator<OggPage, void, undefined> {
  while (await findCapture(reader)) {
    const bytes = await takePage(reader);
    if (bytes === undefined) return;
    if (crcOf(bytes) === viewOf(bytes).getUint32(22, true)) {
      yield readPage(bytes);
    } else {
      reader.unread(bytes.subarray(1));
    }
  }
}

/** The packets, or parts of packets, that lie on a page, and whether each ends there. */
export function* packetParts({ lacing, body }: OggPage): Generator<{ bytes: Uint8Array; isEnd: boolean }> {
  let from = 0;
  let to = 0;
  for (const length of lacing) {
    to += length;
    if (length === 255) continue;
    yield { bytes: body.subarray(from, to), isEnd: true };
    from = to;
  }
  if (to > from) yield { bytes: body.subarray(from, to), isEnd: false };
}

/** Goes to the next page's first byte; false where none comes. */
async function findCapture(reader: ByteReader): Promise<boolean> {
  for (;;) {
    const window = await reader.take(scanBytes);
    const at = Buffer.from(window.buffer, window.byteOffset, window.length).indexOf('OggS');
    if (at >= 0) {
      reader.unread(window.subarray(at));
      return true;
    }
    if (window.length < scanBytes) return false;
    reader.unread(window.subarray(-3));
  }
}

async function takePage(reader: ByteReader): Promise<Uint8Array | undefined> {
  const header = await reader.take(headerBytes);
  const lacing = await reader.take(header[26] ?? 0);
  const bodyBytes = lacing.reduce((sum, length) => sum + length, 0);
  const body = await reader.take(bodyBytes);
  const isWhole = header.length === headerBytes && lacing.length === header[26] && body.length === bodyBytes;
  return isWhole ? Buffer.concat([header, lacing, body]) : undefined;
}

/** How long a page is, by its header; NaN where that is not whole. */
export function pageBytes(bytes: Uint8Array): number {
  const lacing = bytes.subarray(headerBytes, headerBytes + bytes[26]);
  if (lacing.length !== bytes[26]) return NaN;
  return headerBytes + lacing.length + lacing.reduce((sum, length) => sum + length, 0);
}

/** A whole page, from its bytes. */
export function readPage(bytes: Uint8Array): OggPage {
  const view = viewOf(bytes);
  const flags = bytes[5];
  const bodyAt = headerBytes + bytes[26];
  return {
    bytes,
    serial: view.getUint32(14, true),
    isFirst: (flags & 2) !== 0,
    isLast: (flags & 4) !== 0,
    isContinued: (flags & 1) !== 0,
    granule: Number(view.getBigInt64(6, true)),
    lacing: bytes.subarray(headerBytes, bodyAt),
    body: bytes.subarray(bodyAt),
  };
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 24;
  for (let bit = 0; bit < 8; bit++) crc = (crc << 1) ^ (crc < 0 ? 0x04c11db7 : 0);
  return crc;
});

/** The page's checksum: polynomial 04c11db7, no reflection, the field itself counted as zeros. */
export function crcOf(page: Uint8Array): number {
  let crc = 0;
  for (let i = 0; i < page.length; i++) {
    const byte = i >= 22 && i < 26 ? 0 : page[i];
    crc = (crc << 8) ^ crcTable[(crc >>> 24) ^ byte];
  }
  return crc >>> 0;
}
