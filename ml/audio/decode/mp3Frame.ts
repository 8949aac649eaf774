import { asciiAt, viewOf } from './bytes';

/** What the four bytes at the head of an MPEG audio frame say. */
export interface Mp3Frame {
  version: 1 | 2 | 2.5;
  layer: 1 | 2 | 3;
  sampleRateHz: number;
  channelCount: 1 | 2;
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

/**
 * The frame header at `at`, or undefined where these bytes cannot be one. Free-format bit rates are not recognised.
 * Source: ISO/IEC 11172-3, 2.4.1.3 and 2.4.2.3; ISO/IEC 13818-3 for the lower sampling rates.
 */
export function mp3FrameAt(bytes: Uint8Array, at: number): Mp3Frame | undefined {
  if (at + 4 > bytes.length || bytes[at] !== 0xff || (bytes[at + 1] & 0xe0) !== 0xe0) return undefined;
  const version = versions[(bytes[at + 1] >> 3) & 3];
  const layer = layers[(bytes[at + 1] >> 1) & 3];
  const rate = sampleRatesHz[(bytes[at + 2] >> 2) & 3] as number | undefined;
  const isEmphasisReserved = (bytes[at + 3] & 3) === 2;
  if (version === undefined || layer === undefined || rate === undefined || isEmphasisReserved)
    return undefined;
  if (version === 2.5 && layer !== 3) return undefined;
  const kbps = (version === 1 ? highKbps : lowKbps)[layer][(bytes[at + 2] >> 4) - 1] as number | undefined;
  if (kbps === undefined) return undefined;

  const sampleRateHz = rate / (version === 1 ? 1 : version === 2 ? 2 : 4);
  const samplesPerFrame = layer === 1 ? 384 : layer === 2 || version === 1 ? 1152 : 576;
  const slotBytes = layer === 1 ? 4 : 1;
  const padding = (bytes[at + 2] >> 1) & 1;
  const slots = Math.floor((samplesPerFrame / 8 / slotBytes) * ((kbps * 1000) / sampleRateHz)) + padding;
  const channelCount = bytes[at + 3] >> 6 === 3 ? 1 : 2;
  return { version, layer, sampleRateHz, channelCount, frameBytes: slots * slotBytes, samplesPerFrame };
}

/** The first frame in these bytes that two more frames of its kind follow at once. */
export function findMp3Frame(bytes: Uint8Array): { offset: number; frame: Mp3Frame } | undefined {
  for (let at = bytes.indexOf(0xff); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const frame = mp3FrameAt(bytes, at);
    if (frame !== undefined && isRun(bytes, at, frame)) return { offset: at, frame };
  }
  return undefined;
}

function isRun(bytes: Uint8Array, at: number, first: Mp3Frame): boolean {
  let next = at + first.frameBytes;
  for (let count = 1; count < framesInARow; count++) {
    const frame = mp3FrameAt(bytes, next);
    if (frame?.version !== first.version) return false;
    if (frame.layer !== first.layer || frame.sampleRateHz !== first.sampleRateHz) return false;
    next += frame.frameBytes;
  }
  return true;
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
