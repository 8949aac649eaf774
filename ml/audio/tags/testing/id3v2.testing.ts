/** A frame of an ID3v2 tag to be written for a test. */
interface TestFrame {
  id: string;
  data: Uint8Array;
  /** The second byte of flags. */
  format?: number;
}

/** How a tag is written. */
export interface TestTag {
  version: 2 | 3 | 4;
  frames: TestFrame[];
  /** The header's flags. */
  flags?: number;
  /** Sizes of version 4 as plain numbers, or of version 3 of seven bits a byte, as some old programs wrote them. */
  wrongSizes?: boolean;
  /** Bytes of zeros behind the frames. */
  padding?: number;
  /** Put between the header and the frames. */
  extendedHeader?: Uint8Array;
  /** Puts a zero behind every byte of ones: in the whole tag, or in version 4 in each frame. */
  unsynchronised?: boolean;
}

/** A text frame's data: Latin-1 (0), UTF-16 with a mark (1), UTF-16 big-endian (2) or UTF-8 (3). */
export function textData(text: string, encoding: 0 | 1 | 2 | 3 = 0): Uint8Array {
  const little = Buffer.from(text, 'utf16le');
  const bytes = [
    Buffer.from(text, 'latin1'),
    Buffer.concat([Uint8Array.of(0xff, 0xfe), little]),
    Buffer.from(little).swap16(),
    Buffer.from(text, 'utf8'),
  ][encoding];
  return Buffer.concat([Uint8Array.of(encoding), bytes]);
}

/** Four bytes of seven bits each. */
export function synchsafe(size: number): Uint8Array {
  return Uint8Array.of((size >> 21) & 127, (size >> 14) & 127, (size >> 7) & 127, size & 127);
}

/** A zero behind every byte of ones. */
export function unsynchronise(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from([...bytes].flatMap((byte) => (byte === 0xff ? [byte, 0] : [byte])));
}

/** The bytes of a tag, header and all. */
export function writeId3v2(tag: TestTag): Uint8Array {
  const { version, frames, flags = 0, padding = 0, extendedHeader = new Uint8Array(0), unsynchronised } = tag;
  const written = frames.map((frame) => writeFrame(frame, tag));
  const plain = Buffer.concat([extendedHeader, ...written, Buffer.alloc(padding)]);
  const body = unsynchronised && version < 4 ? unsynchronise(plain) : plain;
  const allFlags = flags | (unsynchronised ? 0x80 : 0) | (extendedHeader.length > 0 ? 0x40 : 0);
  return Buffer.concat([
    Buffer.from('ID3'),
    Uint8Array.of(version, 0, allFlags),
    synchsafe(body.length),
    body,
  ]);
}

function writeFrame({ id, data, format = 0 }: TestFrame, tag: TestTag): Uint8Array {
  const bytes = tag.unsynchronised && tag.version === 4 ? unsynchronise(data) : data;
  const plain = Buffer.alloc(4);
  plain.writeUInt32BE(bytes.length);
  const isSynchsafe = (tag.version === 4) !== (tag.wrongSizes ?? false);
  const size = tag.version === 2 ? plain.subarray(1) : isSynchsafe ? synchsafe(bytes.length) : plain;
  const flags = tag.version === 2 ? new Uint8Array(0) : Uint8Array.of(0, format);
  return Buffer.concat([Buffer.from(id), size, flags, bytes]);
}
