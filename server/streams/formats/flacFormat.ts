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

/** What a FLAC file at `start` holds, by STREAMINFO, its first frame and its last; undefined where it has none. */
export async function flacFormat(file: RandomAccess, start: number): Promise<SoundFormat | undefined> {
  const infoAt = start + 8;
  const body = await file.read(infoAt, streamInfoBytes);
  if (body.length < streamInfoBytes) return undefined;
  const info = readStreamInfo(body);
  const bits = (((body[12] & 1) << 4) | (body[13] >> 4)) + 1;
  const framesAt = await afterMetadata(file, start + 4);
  const first = framesAt && readFlacFrameHeader(await file.read(framesAt, mostFlacHeaderBytes));
  if (!first) return undefined;
  const last = await lastFrame(file, framesAt);
  return {
    ...{ container: 'flac', codec: 'flac', channels: info.channelCount },
    ...{ sampleRateHz: info.sampleRateHz, bits, flaw: flawOf(first, last, info.totalSamples) },
  };
}

function flawOf(
  first: FlacFrameHeader,
  last: FlacFrameHeader | undefined,
  totalSamples: number,
): FormatFlaw | null {
  if (first.number !== 0) return 'late clock';
  if (last?.format !== first.format || last.isVariable !== first.isVariable) return 'changing';
  const begin = last.isVariable ? last.number : last.number * first.blockSize;
  return begin + last.blockSize === totalSamples ? null : 'unsure length';
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
async function lastFrame(file: RandomAccess, framesAt: number): Promise<FlacFrameHeader | undefined> {
  const end = await beforeTrailingTags(file, framesAt);
  const from = Math.max(framesAt, end - tailBytes);
  const tail = await file.read(from, end - from);
  for (let at = tail.lastIndexOf(0xff); at >= 0; at = at > 0 ? tail.lastIndexOf(0xff, at - 1) : -1) {
    const header = readFlacFrameHeader(tail.subarray(at, at + mostFlacHeaderBytes));
    if (header) return header;
  }
  return undefined;
}
