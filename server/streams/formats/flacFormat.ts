import {
  readFlacFrameHeader,
  mostFlacHeaderBytes,
  type FlacFrameHeader,
} from '@/ml/audio/decode/flacFrameHeader';
import { readStreamInfo, streamInfoBytes } from '@/ml/audio/decode/flacStreamInfo';
import { beforeTrailingTags } from '@/ml/audio/decode/tagRange';
import type { RandomAccess } from '@/ml/audio/pcm';
import type { FormatFlaw, SoundFormat } from './soundFormat';

/** The last frame begins within this: the largest of two channels and 24 bits is smaller. */
const tailBytes = 1 << 19;
const mostBlocks = 1000;

/** A frame's header, and the bytes of a rate that its code does not tell. */
type Frame = FlacFrameHeader & { uncommonRate: string };

/** What a FLAC file at `start` holds, by STREAMINFO, its first frame and its last; undefined where it has none. */
export async function flacFormat(file: RandomAccess, start: number): Promise<SoundFormat | undefined> {
  const infoAt = start + 8;
  const body = await file.read(infoAt, streamInfoBytes);
  if (body.length < streamInfoBytes) return undefined;
  const info = readStreamInfo(body);
  const bits = (((body[12] & 1) << 4) | (body[13] >> 4)) + 1;
  const framesAt = await afterMetadata(file, start + 4);
  const first = framesAt && frameAt(await file.read(framesAt, mostFlacHeaderBytes), 0);
  if (!first) return undefined;
  const last = await lastFrame(file, framesAt);
  return {
    ...{ container: 'flac', codec: 'flac', channels: info.channelCount },
    ...{ sampleRateHz: info.sampleRateHz, bits, flaw: flawOf(first, last, info.totalSamples) },
  };
}

function flawOf(first: Frame, last: Frame | undefined, totalSamples: number): FormatFlaw | null {
  if (first.number !== 0) return 'late clock';
  if (!last || !isAlike(first, last)) return 'changing';
  const begin = last.isVariable ? last.number : last.number * first.blockSize;
  return begin + last.blockSize === totalSamples ? null : 'unsure length';
}

function isAlike(first: Frame, last: Frame): boolean {
  return (
    last.format === first.format &&
    last.isVariable === first.isVariable &&
    last.uncommonRate === first.uncommonRate
  );
}

function frameAt(bytes: Uint8Array, at: number): Frame | undefined {
  const header = readFlacFrameHeader(bytes.subarray(at, at + mostFlacHeaderBytes));
  if (!header) return undefined;
  const rateCode = bytes[at + 2] & 15;
  const rateBytes = rateCode < 12 ? 0 : rateCode === 12 ? 1 : 2;
  const crcAt = at + header.headerBytes - 1;
  return { ...header, uncommonRate: bytes.subarray(crcAt - rateBytes, crcAt).join() };
}

/** Where the first frame is; undefined where the file ends before. */
async function afterMetadata(file: RandomAccess, at: number): Promise<number | undefined> {
  for (let count = 0; count < mostBlocks; count++) {
    const header = await file.read(at, 4);
    if (header.length < 4) return undefined;
    at += 4 + header[1] * 65536 + header[2] * 256 + header[3];
    if (header[0] >= 0x80) return at;
  }
  return undefined;
}

/** The last frame's header; undefined where the file's end has none. */
async function lastFrame(file: RandomAccess, framesAt: number): Promise<Frame | undefined> {
  const end = await beforeTrailingTags(file, framesAt);
  const from = Math.max(framesAt, end - tailBytes);
  const tail = await file.read(from, end - from);
  for (let at = tail.lastIndexOf(0xff); at >= 0; at = at > 0 ? tail.lastIndexOf(0xff, at - 1) : -1) {
    const frame = frameAt(tail, at);
    if (frame) return frame;
  }
  return undefined;
}
