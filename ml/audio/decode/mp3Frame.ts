import { asciiAt, viewOf } from './bytes';

/** What the four bytes at the head of an MPEG audio frame say. */
export interface Mp3Frame {
  version: 1 | 2 | 2.5;
  layer: 1 | 2 | 3;
  sampleRateHz: number;
  channelCount: 1 | 2;
  /** Undefined where the bit rate is a free one, which the header does not tell. */
  bitRate: number | undefined;
  /** Bytes from this header to the next. */
  frameBytes: number;
  samplesPerFrame: number;
}

/** How far into a file the first frame is looked for, in bytes. */
export const mp3SearchBytes = 1 << 18;

/** Frames that must follow one another before bytes are believed to be MPEG audio. */
const framesInARow = 3;

const versions = [2.5, undefined, 2, 1] as const;
const layers = [undefined, 3, 2, 1] as const;
const sampleRatesHz = [44100, 48000, 32000] as const;
const highKbps = {
  1: [32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  2: [32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  3: [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
};
const lowRateKbps = [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const lowKbps = {
  1: [32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  2: lowRateKbps,
  3: lowRateKbps,
};

/** Nothing larger is written at any rate and layer. */
const mostFreeFrameBytes = 4096;
/** Header and side information alone take nearly as much. */
const leastFreeFrameBytes = 40;
/** Where the length of frames is guessed, more of them are wanted. */
const freeFramesInARow = 8;

/**
 * The frame header at `at`, or undefined where these bytes cannot be one. A frame of a free bit rate is as long as
 * `freeBytes` says, without padding; where that is not known, it is none.
 * Source: ISO/IEC 11172-3, 2.4.1.3 and 2.4.2.3; ISO/IEC 13818-3 for the lower sampling rates.
 */
export function mp3FrameAt(bytes: Uint8Array, at: number, freeBytes?: number): Mp3Frame | undefined {
  if (at + 4 > bytes.length || bytes[at] !== 0xff || (bytes[at + 1] & 0xe0) !== 0xe0) return undefined;
  const version = versions[(bytes[at + 1] >> 3) & 3];
  const layer = layers[(bytes[at + 1] >> 1) & 3];
  const rate = sampleRatesHz[(bytes[at + 2] >> 2) & 3] as number | undefined;
  const isEmphasisReserved = (bytes[at + 3] & 3) === 2;
  if (version === undefined || layer === undefined || rate === undefined || isEmphasisReserved)
    return undefined;
  if (version === 2.5 && layer !== 3) return undefined;
  const rateIndex = bytes[at + 2] >> 4;
  const kbps = (version === 1 ? highKbps : lowKbps)[layer][rateIndex - 1] as number | undefined;
  if (kbps === undefined && (rateIndex !== 0 || freeBytes === undefined)) return undefined;

  const sampleRateHz = rate / (version === 1 ? 1 : version === 2 ? 2 : 4);
  const samplesPerFrame = layer === 1 ? 384 : layer === 2 || version === 1 ? 1152 : 576;
  const slotBytes = layer === 1 ? 4 : 1;
  const padding = paddingAt(bytes, at) * slotBytes;
  const bitRate = kbps === undefined ? undefined : kbps * 1000;
  const unpadded =
    bitRate === undefined
      ? (freeBytes ?? 0)
      : Math.floor((samplesPerFrame / 8 / slotBytes) * (bitRate / sampleRateHz)) * slotBytes;
  const channelCount = bytes[at + 3] >> 6 === 3 ? 1 : 2;
  return {
    version,
    layer,
    sampleRateHz,
    channelCount,
    bitRate,
    frameBytes: unpadded + padding,
    samplesPerFrame,
  };
}

function paddingAt(bytes: Uint8Array, at: number): number {
  return (bytes[at + 2] >> 1) & 1;
}

/** A frame that others like it follow: the first of a run. */
export interface FoundMp3Frame {
  offset: number;
  frame: Mp3Frame;
  /** How long the frames of a free bit rate are without padding, where this is one. */
  freeBytes?: number;
}

/**
 * The first frame that others follow in a row; undefined where there is none. One of a free bit rate is only looked for
 * near the start: sound without a header has the like of it now and then.
 */
export function findMp3Frame(bytes: Uint8Array): FoundMp3Frame | undefined {
  for (let at = bytes.indexOf(0xff); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const found = runAt(bytes, at, at < mostFreeFrameBytes);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The frame at `at` where others like it follow in a row; one of a free bit rate only where it `mayBeFree`. */
export function runAt(bytes: Uint8Array, at: number, mayBeFree = true): FoundMp3Frame | undefined {
  const frame = mp3FrameAt(bytes, at);
  if (frame !== undefined) return isRun(bytes, at, { frame }) ? { offset: at, frame } : undefined;
  const isFree = mayBeFree && (bytes[at + 2] & 0xf0) === 0 && mp3FrameAt(bytes, at, 0) !== undefined;
  return isFree ? freeRunAt(bytes, at) : undefined;
}

/**
 * The frame of a free bit rate at `at`: it is as long as it takes to the next header like it, and so are others. Quiet
 * sound without a header holds the like of headers too, but near each other.
 */
function freeRunAt(bytes: Uint8Array, at: number): FoundMp3Frame | undefined {
  const end = Math.min(bytes.length, at + mostFreeFrameBytes);
  // Nobody writes layer 1 so, and 0xff twice is the commonest pair in sound without a header.
  if (bytes[at + 1] === 0xff) return undefined;
  for (
    let next = bytes.indexOf(0xff, at + 4);
    next >= 0 && next < end;
    next = bytes.indexOf(0xff, next + 1)
  ) {
    if (!isLikeFreeHeader(bytes, at, next)) continue;
    if (next - at < leastFreeFrameBytes) return undefined;
    const freeBytes = next - at - paddingAt(bytes, at);
    const frame = mp3FrameAt(bytes, at, freeBytes);
    if (frame !== undefined && isRun(bytes, at, { frame, freeBytes }))
      return { offset: at, frame, freeBytes };
  }
  return undefined;
}

/** True where the header at `next` differs from that at `at` at most in its padding, its mode and its emphasis. */
function isLikeFreeHeader(bytes: Uint8Array, at: number, next: number): boolean {
  return bytes[next + 1] === bytes[at + 1] && (bytes[next + 2] & 0xfc) === (bytes[at + 2] & 0xfc);
}

function isRun(
  bytes: Uint8Array,
  at: number,
  { frame: first, freeBytes }: { frame: Mp3Frame; freeBytes?: number },
): boolean {
  let next = at + first.frameBytes;
  const wanted = freeBytes === undefined ? framesInARow : freeFramesInARow;
  for (let count = 1; count < wanted; count++) {
    const frame = mp3FrameAt(bytes, next, freeBytes);
    if (frame === undefined || !isSameStream(first, frame)) return false;
    next += frame.frameBytes;
  }
  return true;
}

/** True for frames of one stream, which may go from mono to stereo and back. */
export function isSameStream(first: Mp3Frame, { version, layer, sampleRateHz, bitRate }: Mp3Frame): boolean {
  const isFree = first.bitRate === undefined;
  return (
    version === first.version &&
    layer === first.layer &&
    sampleRateHz === first.sampleRateHz &&
    (bitRate === undefined) === isFree
  );
}

/**
 * Where in its first frame an MP3 file keeps its Xing or Info header, which tells of the file as a whole and holds
 * no sound; undefined where there is none.
 */
export function xingHeaderAt(bytes: Uint8Array, frame: Mp3Frame): number | undefined {
  const sideBytes =
    frame.version === 1 ? (frame.channelCount === 1 ? 17 : 32) : frame.channelCount === 1 ? 9 : 17;
  const at = 4 + sideBytes;
  if (frame.layer !== 3 || at + 12 > Math.min(bytes.length, frame.frameBytes)) return undefined;
  return ['Xing', 'Info'].includes(asciiAt(bytes, at, 4)) ? at : undefined;
}

/** How many samples a channel the file is said to hold, by its Xing or Info header; undefined where it is not. */
export function declaredMp3Samples(bytes: Uint8Array, frame: Mp3Frame): number | undefined {
  const at = xingHeaderAt(bytes, frame);
  if (at === undefined || (bytes[at + 7] & 1) === 0) return undefined;
  return viewOf(bytes).getUint32(at + 8) * frame.samplesPerFrame;
}
