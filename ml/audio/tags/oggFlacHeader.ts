import { asciiAt } from '../decode/bytes';
import { ByteReader } from '../decode/byteReader';
import { fileBytes } from '../decode/fileBytes';
import { oggPages, packetParts } from '../decode/oggPages';
import type { RandomAccess } from '../pcm';

/** Comments and pictures of more bytes than this are not read. */
const mostHeaderBytes = 1 << 26;
/** "\x7fFLAC", version and number of packets stand before what a plain FLAC file begins with. */
const mappingBytes = 9;

/**
 * The head of the plain FLAC file of which an Ogg file is made: "fLaC" and every block before the first frame, comments
 * and pictures with them (Ogg FLAC mapping 1.0). Undefined where the file's first stream is not FLAC.
 */
export async function oggFlacHeader(file: RandomAccess, start: number): Promise<Uint8Array | undefined> {
  const reader = new ByteReader(
    fileBytes(file, [{ start, end: Math.min(file.size, start + mostHeaderBytes) }]),
  );
  const blocks: Uint8Array[] = [];
  try {
    for await (const packet of firstStream(reader)) {
      if (blocks.length === 0) {
        if (asciiAt(packet, 0, 5) !== '\x7fFLAC') return undefined;
        blocks.push(packet.subarray(mappingBytes));
      } else if (packet[0] === 0xff) {
        break;
      } else {
        blocks.push(packet);
        if (packet[0] >= 0x80) break;
      }
    }
  } finally {
    await reader.close();
  }
  return blocks.length > 0 ? withLastMarked(blocks) : undefined;
}

/** The packets of the logical stream that begins first. */
async function* firstStream(reader: ByteReader): AsyncGenerator<Uint8Array> {
  let serial: number | undefined;
  let parts: Uint8Array[] = [];
  for await (const page of oggPages(reader)) {
    serial ??= page.serial;
    if (page.serial !== serial) continue;
    for (const { bytes, isEnd } of packetParts(page)) {
      parts.push(bytes);
      if (!isEnd) continue;
      yield Buffer.concat(parts);
      parts = [];
    }
  }
}

/** The last block says that it is: in Ogg some writers leave that out. */
function withLastMarked([head, ...blocks]: Uint8Array[]): Uint8Array {
  const marked = blocks.map((block, index) =>
    Buffer.concat([
      Uint8Array.of((block[0] & 0x7f) | (index === blocks.length - 1 ? 0x80 : 0)),
      block.subarray(1),
    ]),
  );
  return Buffer.concat([head, ...marked]);
}
