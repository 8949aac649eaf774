import { AudioError } from '../audioError';
import { type PcmChunk } from '../pcm';

/** What the WebAssembly decoders of the wasm-audio-decoders family have in common, and those made of them here. */
export interface WasmDecoder {
  ready: Promise<void>;
  decode(bytes: Uint8Array): WasmSounds;
  flush?(): WasmSounds;
  free(): void;
}

/** All sound of the bytes as one, or part after part as it is asked for. */
type WasmSounds = WasmSound | Promise<WasmSound> | Iterable<WasmSound>;

/** What a decoder made of the bytes it was given. */
export interface WasmSound {
  channelData: Float32Array[];
  samplesDecoded: number;
  sampleRate: number;
}

const leastFeedBytes = 512;
const mostFeedBytes = 1 << 16;

/** About eleven seconds of stereo. Silence may shrink a thousandfold, so the feed adapts to what comes out. */
const mostSamplesOut = 1 << 20;

/** A WebAssembly decoder at work: bytes in, sound out in pieces that fit in memory, its failures as AudioErrors. */
export class WasmStream {
  private readonly decoder: WasmDecoder;
  private feedBytes = 4096;
  private hasFailed = false;

  private constructor(decoder: WasmDecoder) {
    this.decoder = decoder;
  }

  /** Waits until the decoder is compiled. The stream must be freed, whatever happens. */
  static async open(decoder: WasmDecoder): Promise<WasmStream> {
    await decoder.ready;
    return new WasmStream(decoder);
  }

  /** Decodes bytes of any number. */
  async *feed(bytes: Uint8Array): AsyncGenerator<PcmChunk, void, undefined> {
    for (let at = 0; at < bytes.length;) {
      const portion = bytes.subarray(at, at + this.feedBytes);
      at += portion.length;
      let samplesOut = 0;
      for await (const sound of this.soundsOf(() => this.decoder.decode(portion))) {
        samplesOut = Math.max(samplesOut, sound.samplesDecoded * sound.channelData.length);
        yield* chunksOf(sound);
      }
      this.feedBytes =
        samplesOut > mostSamplesOut
          ? Math.max(leastFeedBytes, this.feedBytes / 2)
          : samplesOut < mostSamplesOut / 4
            ? Math.min(mostFeedBytes, this.feedBytes * 2)
            : this.feedBytes;
    }
  }

  /** Decodes what the decoder still holds. */
  async *finish(): AsyncGenerator<PcmChunk, void, undefined> {
    for await (const sound of this.soundsOf(() => this.decoder.flush?.() ?? [])) yield* chunksOf(sound);
  }

  /** Gives the decoder's memory back. */
  free(): void {
    try {
      this.decoder.free();
    } catch (error) {
      // After a trap the instance cannot run its own clean-up; it goes with the garbage, and the trap is what counts.
      if (!this.hasFailed) throw error;
    }
  }

  private async *soundsOf(work: () => WasmSounds): AsyncGenerator<WasmSound, void, undefined> {
    try {
      const sounds = await work();
      if (Symbol.iterator in sounds) yield* sounds;
      else yield sounds;
    } catch (cause) {
      if (cause instanceof AudioError) throw cause;
      this.hasFailed = true;
      throw new AudioError('damaged', 'The sound in the file cannot be decoded', { cause });
    }
  }
}

function* chunksOf({ channelData, samplesDecoded, sampleRate }: WasmSound): Generator<PcmChunk> {
  if (samplesDecoded > 0) yield { channels: channelData, sampleRateHz: sampleRate };
}

/** Decodes pieces of a stream from first to last, and frees the decoder also where the consumer stops early. */
export async function* decodePieces(
  decoder: WasmDecoder,
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<PcmChunk, void, undefined> {
  const stream = await WasmStream.open(decoder);
  try {
    for await (const piece of pieces) yield* stream.feed(piece);
    yield* stream.finish();
  } finally {
    stream.free();
  }
}
