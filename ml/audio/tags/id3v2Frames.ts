import { inflateSync } from 'node:zlib';
import { asciiAt, viewOf } from '../decode/bytes';
import { mostTagBytes, mostTagFrames, TagsTooLarge } from './tagsTooLarge';

/** One frame of an ID3v2 tag as its writer meant it: no unsynchronisation, not compressed. */
export interface Id3v2Frame {
  /** Three characters in version 2, four in 3 and 4, where iTunes put some of three, too. */
  id: string;
  data: Uint8Array;
}

const headerBytes = 10;

interface Tag {
  /** 2, 3 or 4. */
  version: number;
  isUnsynchronised: boolean;
  body: Uint8Array;
}

/**
 * The frames of a tag from its header on, versions 2.2 to 2.4 (id3.org: ID3v2.2.0, 2.3.0, 2.4.0 structure). Encrypted
 * ones and what cannot be unpacked is left out. Sizes written as plain numbers where they should be of seven bits a
 * byte, as old iTunes did, and tags of 2.4 unsynchronised as a whole are told by where they lead. Throws TagsTooLarge where there
 * are more than 10,000, or they unpack to more than 32 MB.
 */
export function id3v2Frames(bytes: Uint8Array): Id3v2Frame[] {
  const tag = readHeader(bytes);
  if (tag === undefined) return [];
  const { frames } = readingsOf(tag).reduce((best, walk) => (leadsFurther(walk, best) ? walk : best));
  let unpacked = 0;
  return frames.flatMap((frame) => {
    const plain = unpack(frame, tag);
    unpacked += plain?.data.length ?? 0;
    if (unpacked > mostTagBytes) throw new TagsTooLarge();
    return plain ?? [];
  });
}

/** The ways in which programs write a tag, the right one first. */
function readingsOf(tag: Tag): Walk[] {
  const { version, body, isUnsynchronised } = tag;
  if (version === 2) return [walk(tag, plainAt)];
  const sizes = version === 4 ? [synchsafeAt, plainAt] : [plainAt, synchsafeAt];
  const asAWhole = version === 4 && isUnsynchronised ? [{ ...tag, body: synchronised(body) }] : [];
  return [...sizes.map((size) => walk(tag, size)), ...asAWhole.map((whole) => walk(whole, synchsafeAt))];
}

function readHeader(bytes: Uint8Array): Tag | undefined {
  if (bytes.length < headerBytes || asciiAt(bytes, 0, 3) !== 'ID3') return undefined;
  const [version, flags] = [bytes[3], bytes[5]];
  if (version < 2 || version > 4) return undefined;
  const isUnsynchronised = (flags & 0x80) !== 0;
  const raw = bytes.subarray(headerBytes, headerBytes + synchsafeAt(bytes, 6));
  const whole = isUnsynchronised && version < 4 ? synchronised(raw) : raw;
  const hasMore = version > 2 && (flags & 0x40) !== 0;
  return { version, isUnsynchronised, body: hasMore ? afterExtendedHeader(whole, version) : whole };
}

/** Some programs set the flag and write no extended header: then a frame stands there. */
function afterExtendedHeader(body: Uint8Array, version: number): Uint8Array {
  if (body.length < 4 || /^[A-Z][A-Z0-9]{3}$/.test(asciiAt(body, 0, 4))) return body;
  return body.subarray(version === 4 ? synchsafeAt(body, 0) : plainAt(body, 0) + 4);
}

interface Walk {
  frames: PackedFrame[];
  /** It ended at the tag's end, or where nothing but zeros follows. */
  isWhole: boolean;
}

function leadsFurther(one: Walk, other: Walk): boolean {
  if (other.isWhole) return false;
  const more = one.frames.length - other.frames.length;
  return one.isWhole ? more >= 0 : more > 0;
}

interface PackedFrame extends Id3v2Frame {
  /** The frame's second byte of flags. */
  format: number;
}

type SizeReader = (bytes: Uint8Array, at: number) => number;

/** Goes from frame to frame. */
function walk({ version, body }: Tag, sizeAt: SizeReader): Walk {
  const [idBytes, frameHeader] = version === 2 ? [3, 6] : [4, 10];
  const frames: PackedFrame[] = [];
  let at = 0;
  while (at + frameHeader <= body.length && body[at] !== 0) {
    const id = asciiAt(body, at, idBytes);
    const size = version === 2 ? plainAt(body, at + 2) & 0xffffff : sizeAt(body, at + 4);
    const end = at + frameHeader + size;
    if (!/^[A-Z][A-Z0-9]{2}[A-Z0-9 \0]?$/.test(id) || end > body.length) return { frames, isWhole: false };
    frames.push({
      id: id.replace(/[ \0]$/, ''),
      data: body.subarray(at + frameHeader, end),
      format: version === 2 ? 0 : body[at + 9],
    });
    at = end;
    if (frames.length > mostTagFrames) throw new TagsTooLarge();
  }
  return { frames, isWhole: body.subarray(at).every((byte) => byte === 0) };
}

function unpack({ id, data, format }: PackedFrame, tag: Tag): Id3v2Frame | undefined {
  try {
    const plain = tag.version === 4 ? unpack4(data, format, tag.isUnsynchronised) : unpack3(data, format);
    return plain && { id, data: plain };
  } catch {
    // What does not unpack says nothing.
    return undefined;
  }
}

/** ID3v2.4.0, 4.1.2: group, encryption and length stand before the frame; then unsynchronised, then compressed. */
function unpack4(data: Uint8Array, format: number, isUnsynchronised: boolean): Uint8Array | undefined {
  if ((format & 0x04) !== 0) return undefined;
  const rest = (format & 0x40) !== 0 ? data.subarray(1) : data;
  const isCompressed = (format & 0x08) !== 0;
  const hasLength = (format & 0x01) !== 0 || (isCompressed && !isZlib(rest));
  const packed = hasLength ? rest.subarray(4) : rest;
  const whole = isUnsynchronised || (format & 0x02) !== 0 ? synchronised(packed) : packed;
  return isCompressed ? inflate(whole) : whole;
}

/** ID3v2.3.0, 3.3.1: the length of what is compressed, encryption and group stand before the frame. */
function unpack3(data: Uint8Array, format: number): Uint8Array | undefined {
  if ((format & 0x40) !== 0) return undefined;
  const isCompressed = (format & 0x80) !== 0;
  const afterLength = isCompressed && !isZlib(data) ? data.subarray(4) : data;
  const packed = (format & 0x20) !== 0 ? afterLength.subarray(1) : afterLength;
  return isCompressed ? inflate(packed) : packed;
}

function inflate(packed: Uint8Array): Uint8Array {
  return inflateSync(packed, { maxOutputLength: mostTagBytes });
}

/** RFC 1950, 2.2: deflate in a window of 32 kB, and a checksum of both bytes. */
function isZlib(bytes: Uint8Array): boolean {
  return bytes.length > 2 && bytes[0] === 0x78 && (bytes[0] * 256 + bytes[1]) % 31 === 0;
}

/**
 * Takes out the zeros that were put behind every byte of ones, so that no player took a tag for sound. Where one is
 * followed by three bits of ones, that was not done, whatever the flags say.
 */
function synchronised(bytes: Uint8Array): Uint8Array {
  if (bytes.some((byte, at) => byte >= 0xe0 && at > 0 && bytes[at - 1] === 0xff)) return bytes;
  return bytes.filter((byte, at) => byte !== 0 || at === 0 || bytes[at - 1] !== 0xff);
}

function plainAt(bytes: Uint8Array, at: number): number {
  return at + 4 <= bytes.length ? viewOf(bytes).getUint32(at) : 0;
}

/** Four bytes of seven bits each; where a high bit is set it was never one, and leads nowhere. */
function synchsafeAt(bytes: Uint8Array, at: number): number {
  const four = bytes.subarray(at, at + 4);
  if (four.some((byte) => byte > 0x7f)) return Infinity;
  return four.reduce((value, byte) => value * 128 + byte, 0);
}
