import { flacCrc8 } from './flacCrc';

/** What the header of a FLAC frame says of the stream and of its place in it. */
export interface FlacFrameHeader {
  /** Bytes from the sync code to the CRC-8, both counted. */
  headerBytes: number;
  /** What all frames of a stream share: the codes of rate and depth, and the channel count, 4 bits each. */
  format: number;
  /** True where blocks may differ in size. The bit that says so belongs to the sync code. */
  isVariable: boolean;
  /** The number of the frame's first sample where blocks differ in size, else of the frame. */
  number: number;
  /** Samples a channel. */
  blockSize: number;
}

/** The size of the longest header: 4 bytes, a number of 7, a block size and a rate of 2 each, the CRC-8. */
export const mostFlacHeaderBytes = 16;

const reservedBlockSize = 0;
const reservedRate = 15;
/** Codes of channels below this are their count less one; from here on they tell how two are made one of the other. */
const firstStereoCoding = 8;
const firstReservedChannels = 11;
const reservedDepth = 3;

/** Only one larger would not fit the 16 bits of STREAMINFO. */
const mostBlockSize = 65535;

/**
 * The frame header these bytes begin with, or undefined where they begin with none that is whole and lawful and has
 * the right CRC-8. Source: RFC 9639, section 9.1.
 */
export function readFlacFrameHeader(bytes: Uint8Array): FlacFrameHeader | undefined {
  if (bytes[0] !== 0xff || (bytes[1] & 0xfe) !== 0xf8 || isReserved(bytes)) return undefined;
  const number = readCodedNumber(bytes.subarray(4));
  if (number === undefined) return undefined;
  const sizeAt = 4 + number.length;
  const sizeCode = bytes[2] >> 4;
  const rateAt = sizeAt + (sizeCode === 6 ? 1 : sizeCode === 7 ? 2 : 0);
  const crcAt = rateAt + rateBytes(bytes[2] & 15);
  const blockSize = readBlockSize(sizeCode, bytes.subarray(sizeAt, rateAt));
  // Written so that a size whose bytes are missing fails too.
  if (!(blockSize <= mostBlockSize)) return undefined;
  if (flacCrc8(bytes.subarray(0, crcAt)) !== bytes[crcAt]) return undefined;
  return {
    headerBytes: crcAt + 1,
    format: readFormat(bytes),
    isVariable: (bytes[1] & 1) === 1,
    number: number.value,
    blockSize,
  };
}

/**
 * True where a header is the one that must come after `previous`: the next number, the same format and, unless blocks
 * may differ, the same size of block; only the last block of a stream may be smaller.
 */
export function isNext(previous: FlacFrameHeader, header: FlacFrameHeader): boolean {
  const { isVariable, format, blockSize, number } = previous;
  return (
    header.number === number + (isVariable ? blockSize : 1) &&
    header.isVariable === isVariable &&
    header.format === format &&
    (isVariable || header.blockSize === blockSize)
  );
}

/** How many channels the frame has. */
export function channelsOf({ format }: FlacFrameHeader): number {
  return format & 15;
}

function isReserved(bytes: Uint8Array): boolean {
  return (
    bytes[2] >> 4 === reservedBlockSize ||
    (bytes[2] & 15) === reservedRate ||
    bytes[3] >> 4 >= firstReservedChannels ||
    ((bytes[3] >> 1) & 7) === reservedDepth ||
    (bytes[3] & 1) !== 0
  );
}

function readFormat(bytes: Uint8Array): number {
  const assignment = bytes[3] >> 4;
  const channelCount = assignment < firstStereoCoding ? assignment + 1 : 2;
  return ((bytes[2] & 15) << 8) | ((bytes[3] & 14) << 3) | channelCount;
}

/** A number coded like a character in UTF-8, but of up to 36 bits in 7 bytes. */
function readCodedNumber(bytes: Uint8Array): { value: number; length: number } | undefined {
  const [first] = bytes;
  if (first < 0x80) return { value: first, length: 1 };
  const length = Math.clz32(~(first << 24));
  if (length < 2 || length > 7) return undefined;
  let value = first & (0x7f >> length);
  for (let i = 1; i < length; i++) {
    if ((bytes[i] & 0xc0) !== 0x80) return undefined;
    value = value * 64 + (bytes[i] & 0x3f);
  }
  return { value, length };
}

/** `uncommon`: the bytes that hold the size less one where the code does not tell it. */
function readBlockSize(code: number, uncommon: Uint8Array): number {
  if (code === 6) return uncommon[0] + 1;
  if (code === 7) return uncommon[0] * 256 + uncommon[1] + 1;
  if (code === 1) return 192;
  return code < 6 ? 576 << (code - 2) : 256 << (code - 8);
}

/** How many bytes of the header hold the rate, where its code does not tell it. */
function rateBytes(code: number): number {
  if (code === 12) return 1;
  return code === 13 || code === 14 ? 2 : 0;
}
