import { MPEGDecoder } from 'mpg123-decoder';
import { AudioError } from '../audioError';
import { type ByteReader } from './byteReader';
import { checkLength } from './checkedSound';
import { freeFormatDecoder } from './freeFormatDecoder';
import { declaredMp3Samples, findMp3Frame, type Mp3Frame, mp3SearchBytes } from './mp3Frame';
import { Mp3Frames, type Mp3Run } from './mp3Frames';
import { monoMix } from '../filter/monoMix';
import { type PcmChunk } from '../pcm';
import { WasmStream } from './wasmStream';

const pieceBytes = 1 << 16;

/**
 * Decodes MPEG audio of layers 1 to 3, without the encoder's delay and padding where the file tells them (LAME's
 * extension of the Xing header), stream after stream where several lie one after the other. It comes as one channel
 * where the file begins in mono, unless `channelCount` says that it becomes stereo.
 */
export async function* decodeMp3(
  reader: ByteReader,
  channelCount?: number,
): AsyncGenerator<PcmChunk, void, undefined> {
  const head = await reader.take(mp3SearchBytes);
  const found = findMp3Frame(head);
  // The decoder takes random bytes for sound: nothing reaches it before three frames in a row.
  if (found === undefined) throw new AudioError('not-audio', 'There is no MP3 sound in the file');
  reader.unread(head.subarray(found.offset));

  const isMono = (channelCount ?? found.frame.channelCount) === 1;

  let stream: Mp3Stream | undefined;
  let [heardSeconds, missingSeconds] = [0, 0];
  try {
    for await (const run of mp3Runs(reader)) {
      if (run.isStart) {
        if (stream !== undefined) yield* stream.finish();
        heardSeconds += stream?.heardSeconds ?? 0;
        missingSeconds += stream?.missingSeconds ?? 0;
        stream?.free();
        stream = undefined;
        stream = await Mp3Stream.open(run, isMono);
      }
      if (stream !== undefined) yield* stream.feed(run.bytes);
    }
    if (stream === undefined) return;
    yield* stream.finish();
    heardSeconds += stream.heardSeconds;
    checkLength(heardSeconds, heardSeconds + missingSeconds + stream.missingSeconds);
  } finally {
    stream?.free();
  }
}

/** The frames of a stream of bytes. */
export async function* mp3Runs(reader: ByteReader): AsyncGenerator<Mp3Run, void, undefined> {
  const frames = new Mp3Frames();
  for await (const piece of reader.pieces(pieceBytes)) yield* frames.push(piece);
  yield* frames.flush();
}

/** One of the streams in a file, being decoded. */
class Mp3Stream {
  private samples = 0;

  private constructor(
    private readonly decoder: WasmStream,
    private readonly frame: Mp3Frame,
    private readonly toldOf: { declaredSamples: number; isMono: boolean },
  ) {}

  /** Starts a decoder for the stream that begins with this run. It must be freed, whatever happens. */
  static async open({ bytes, frame }: Mp3Run, isMono: boolean): Promise<Mp3Stream> {
    const isFree = frame.bitRate === undefined;
    const decoder = await WasmStream.open(isFree ? await freeFormatDecoder() : new MPEGDecoder());
    return new Mp3Stream(decoder, frame, {
      declaredSamples: declaredMp3Samples(bytes, frame) ?? 0,
      isMono,
    });
  }

  get heardSeconds(): number {
    return this.samples / this.frame.sampleRateHz;
  }

  /** How much less was heard than the stream declares. */
  get missingSeconds(): number {
    return Math.max(0, this.toldOf.declaredSamples - this.samples) / this.frame.sampleRateHz;
  }

  feed(bytes: Uint8Array): AsyncGenerator<PcmChunk, void, undefined> {
    return this.counted(this.decoder.feed(bytes));
  }

  finish(): AsyncGenerator<PcmChunk, void, undefined> {
    return this.counted(this.decoder.finish());
  }

  free(): void {
    this.decoder.free();
  }

  private async *counted(chunks: AsyncIterable<PcmChunk>): AsyncGenerator<PcmChunk, void, undefined> {
    for await (const { channels, sampleRateHz } of chunks) {
      this.samples += channels[0].length;
      // The decoder always gives two channels, and for mono the same twice.
      yield { channels: this.toldOf.isMono ? [monoMix(channels)] : channels, sampleRateHz };
    }
  }
}
