import { ALL_FORMATS, BlobSource, EncodedPacketSink, Input, type InputVideoTrack } from 'mediabunny';
import { frameTiming } from '@/ml/timeCode/frameTiming';
import { mayDropFrames } from '@/ml/timeCode/frameRate';
import type { FilmFacts } from './openedFilm';
import { startTimeCode } from './startTimeCode';

export interface ReadingOptions {
  /** From 0 to 1, now and then. */
  onProgress?: (fraction: number) => void;
  signal?: AbortSignal;
}

/** After so many packets the page gets its turn. */
const packetsATurn = 4000;
/** Times are fractions in the file and decimals here; far below a frame. */
const roundingSeconds = 1e-4;

/**
 * What a film's file tells of itself. Its index is read, or all of it where it has none (WebM, transport streams), but
 * nothing is decoded. Null where it is no film: no picture, or a container that is not known.
 */
export async function readFilmFacts(file: Blob, options: ReadingOptions = {}): Promise<FilmFacts | null> {
  const input = new Input({ formats: ALL_FORMATS, source: new BlobSource(file) });
  try {
    return (await input.canRead()) ? await factsOf(file, input, options) : null;
  } finally {
    input.dispose();
  }
}

async function factsOf(file: Blob, input: Input, options: ReadingOptions): Promise<FilmFacts | null> {
  const track = await input.getPrimaryVideoTrack();
  if (!track) return null;
  const { times, endSeconds, isCut } = await shownFrames(track, options);
  if (times.length === 0) return null;
  const { rate, isVariableRate } = frameTiming(times, {
    endSeconds,
    resolutionHz: await track.getTimeResolution(),
  });
  const start = await startTimeCode(file);
  return {
    ...{
      rate,
      isVariableRate,
      lengthFrames: times.length,
      firstFrameSeconds: isCut ? 0 : Math.max(0, times[0]),
    },
    startFrame: start?.startFrame ?? null,
    dropFrame: start?.dropFrame === true && mayDropFrames(rate),
    hasSound: (await input.getPrimaryAudioTrack()) !== null,
    pictureCodec: (await track.getCodec()) ?? nameOfCodec(await track.getInternalCodecId()),
  };
}

interface ShownFrames {
  /** Seconds, ascending. */
  times: Float64Array;
  endSeconds: number;
  /** Whether an edit list cuts frames off at the beginning: the first one left is shown at once, as browsers do it. */
  isCut: boolean;
}

/** Packets come in the order of decoding, which is not that of showing; what an edit list cuts off begins before zero. */
async function shownFrames(
  track: InputVideoTrack,
  { onProgress, signal }: ReadingOptions,
): Promise<ShownFrames> {
  const times: number[] = [];
  let endSeconds = 0;
  let isCut = false;
  const wholeSeconds = onProgress && (await track.getDurationFromMetadata());
  const sink = new EncodedPacketSink(track);
  const options = { metadataOnly: true };
  let packet = await sink.getFirstPacket(options);
  for (let count = 1; packet; count++) {
    const { timestamp, duration } = packet;
    endSeconds = Math.max(endSeconds, timestamp + duration);
    if (timestamp > -roundingSeconds) times.push(timestamp);
    else isCut = true;
    packet = await sink.getNextPacket(packet, options);
    if (count % packetsATurn > 0) continue;
    signal?.throwIfAborted();
    if (wholeSeconds) onProgress?.(Math.min(1, timestamp / wholeSeconds));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return { times: Float64Array.from(times).sort(), endSeconds, isCut };
}

function nameOfCodec(id: string | number | Uint8Array | null): string | null {
  return typeof id === 'string' ? id : null;
}
