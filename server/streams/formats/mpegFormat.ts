import { asciiAt, viewOf } from '@/ml/audio/decode/bytes';
import {
  declaredMp3Samples,
  findMp3Frame,
  mp3FrameAt,
  mp3SearchBytes,
  type Mp3Frame,
} from '@/ml/audio/decode/mp3Frame';
import { beforeTrailingTags } from '@/ml/audio/decode/tagRange';
import type { RandomAccess } from '@/ml/audio/pcm';
import { mostParts } from './mostParts';
import type { FormatFlaw, SoundFormat } from './soundFormat';

/** How far the length that is told may be from the one that is there, as a share of it. */
const lengthTolerance = 0.01;
/** Where in the first frame encoders of Fraunhofer keep the count of frames. */
const vbriAt = 36;
/** Places between frames that are passed over, for each of which much is read; a file of more is better decoded. */
const mostGaps = 1000;

interface Run {
  frames: number;
  gaps: number;
  isChanging: boolean;
}

/** What a file of MPEG audio at `start` holds, its frames counted to the end; undefined where there are none. */
export async function mpegFormat(file: RandomAccess, start: number): Promise<SoundFormat | undefined> {
  const head = await file.read(start, mp3SearchBytes);
  const found = findMp3Frame(head);
  if (!found) return undefined;
  const { frame, offset } = found;
  const from = start + offset;
  const end = await beforeTrailingTags(file, from);
  const announced = announcedFrames(head.subarray(offset), frame, end - from);
  const run = await countFrames(file, frame, [from, end]);
  return {
    ...{ container: 'mpeg', codec: `layer-${frame.layer}`, bits: null },
    ...{ channels: frame.channelCount, sampleRateHz: frame.sampleRateHz },
    flaw: flawOf(run, announced),
  };
}

function flawOf(run: Run, announced: number): FormatFlaw | null {
  if (run.isChanging) return 'changing';
  if (isTooLong(run)) return 'unsure length';
  const { frames } = run;
  const isTold = Math.abs(announced - frames) <= Math.max(2, lengthTolerance * frames);
  return isTold ? null : 'unsure length';
}

/** How many frames a browser will expect: as told in the first one, else as many of its size as the file has room for. */
function announcedFrames(head: Uint8Array, frame: Mp3Frame, bytes: number): number {
  const samples = declaredMp3Samples(head, frame);
  if (samples !== undefined) return samples / frame.samplesPerFrame + 1;
  if (asciiAt(head, vbriAt, 4) === 'VBRI') return viewOf(head).getUint32(vbriAt + 14) + 1;
  return bytes / frame.frameBytes;
}

const isTooLong = ({ frames, gaps }: Run) => frames > mostParts || gaps > mostGaps;

/** Goes from frame to frame, as far as something is still to be learned; what lies between them is passed over. */
async function countFrames(file: RandomAccess, first: Mp3Frame, [from, end]: [number, number]): Promise<Run> {
  const run: Run = { frames: 0, gaps: 0, isChanging: false };
  for (let at = from; at + 4 <= end && !run.isChanging && !isTooLong(run);) {
    const frame = mp3FrameAt(await file.read(at, 4), 0);
    if (frame) {
      run.frames += 1;
      run.isChanging = isOther(first, frame);
      at += frame.frameBytes;
      continue;
    }
    const next = findMp3Frame((await file.read(at + 1, mp3SearchBytes)).subarray(0, end - at - 1));
    if (!next) break;
    run.gaps += 1;
    at += 1 + next.offset;
  }
  return run;
}

function isOther(first: Mp3Frame, frame: Mp3Frame): boolean {
  return (
    frame.layer !== first.layer ||
    frame.sampleRateHz !== first.sampleRateHz ||
    frame.channelCount !== first.channelCount
  );
}
