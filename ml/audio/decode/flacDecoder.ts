import { FLACDecoder } from '@wasm-audio-decoders/flac';
import { type FlacFrame, FlacFrames } from './flacFrames';
import { type StreamInfo } from './flacStreamInfo';
import { GatheredSound } from './gatheredSound';
import { type SoundFormat } from './steadySound';
import { decodeUncommonFrame, isUncommon } from './uncommonFlacFrame';
import { type WasmDecoder, type WasmSound } from './wasmStream';

/** A number in the memory of the WebAssembly module. */
interface Shared {
  buf: Uint32Array;
}

/** The inside of the package's decoder, whose version is pinned: the module and what it shares with us. */
interface FrameDecoder {
  _common: { wasm: FlacModule };
  _decoder: number;
  _channels: Shared;
  _sampleRate: Shared;
  _samplesDecoded: Shared;
  /** Address of the last frame's samples, channel after channel; ours to free. */
  _outputBufferPtr: Shared;
}

/** libFLAC, compiled. Its memory does not grow. */
interface FlacModule {
  HEAP: ArrayBuffer;
  malloc(bytes: number): number;
  free(address: number): void;
  /** Takes the input over, and decodes one frame of all it was given. */
  decode_frame(decoder: number, input: number, inputBytes: number): void;
}

/** Sound is passed on once it has this many samples, all channels counted: about a second and a half of stereo. */
const gatheredSamples = 1 << 17;

/** A byte no frame begins with. */
const filler = Uint8Array.of(0);

/**
 * Decodes the frames of one FLAC stream, without the metadata before them, by `@wasm-audio-decoders/flac`. A frame
 * that is damaged, by its CRC-16, is left out. Where the format changes midway, so does that of the sound. Frames of
 * uncommon depths, and those that leave it to STREAMINFO, are decoded here.
 *
 * Of the package only what is compiled is used. Its own way there computes every CRC-16 a second time and makes many
 * small arrays of every frame, which together cost as much as the decoding; here the frames that come together are
 * gathered in arrays that are used again.
 */
export class FlacDecoder implements WasmDecoder {
  readonly ready: Promise<void>;
  private readonly decoder = new FLACDecoder();
  private readonly frames = new FlacFrames();
  private format: SoundFormat | undefined;
  private readonly gathered = new GatheredSound();

  constructor(private readonly info: Pick<StreamInfo, 'bitDepth' | 'sampleRateHz'>) {
    this.ready = this.decoder.ready;
  }

  decode(bytes: Uint8Array): Iterable<WasmSound> {
    return this.decodeFrames(this.frames.push(bytes));
  }

  flush(): Iterable<WasmSound> {
    return this.decodeFrames(this.frames.flush());
  }

  free(): void {
    this.decoder.free();
  }

  private get inner(): FrameDecoder {
    return (this.decoder as unknown as { _decoder: FrameDecoder })._decoder;
  }

  /** A frame of a few bytes may hold eight channels of the largest block, so sound is passed on as it comes. */
  private *decodeFrames(frames: Iterable<FlacFrame>): Generator<WasmSound, void, undefined> {
    for (const frame of frames) {
      if (isUncommon(frame.header)) yield* this.decodeHere(frame);
      else yield* this.decodeCompiled(frame);
      if (this.gathered.samples >= gatheredSamples) yield this.takeSound();
    }
    if (this.gathered.samples > 0) yield this.takeSound();
  }

  private takeSound(): WasmSound {
    return this.gathered.take(this.format?.sampleRateHz ?? 0);
  }

  private *decodeHere({ bytes, header }: FlacFrame): Generator<WasmSound, void, undefined> {
    const sound = decodeUncommonFrame(bytes, header, this.info);
    if (sound === undefined) return;
    const { channels, sampleRateHz } = sound;
    yield* this.adopt({ channelCount: channels.length, sampleRateHz });
    this.gathered.add(channels);
  }

  /** Gathers a frame's sound, which is none where it is damaged. */
  private *decodeCompiled({ bytes, isExpected }: FlacFrame): Generator<WasmSound, void, undefined> {
    if (!isExpected) this.startAnew();
    const samples = this.run(bytes);
    if (samples === 0) return;
    const { _common, _channels, _sampleRate, _outputBufferPtr } = this.inner;
    const format = { channelCount: _channels.buf[0], sampleRateHz: _sampleRate.buf[0] };
    yield* this.adopt(format);
    const [output] = _outputBufferPtr.buf;
    const sound: Float32Array[] = [];
    for (let channel = 0; channel < format.channelCount; channel++) {
      sound.push(new Float32Array(_common.wasm.HEAP, output + 4 * channel * samples, samples));
    }
    this.gathered.add(sound);
    _common.wasm.free(output);
  }

  /** Passes on what is gathered where the next frame's format is another. */
  private *adopt(format: SoundFormat): Generator<WasmSound, void, undefined> {
    const { channelCount, sampleRateHz } = this.format ?? format;
    const isSame = channelCount === format.channelCount && sampleRateHz === format.sampleRateHz;
    if (!isSame && this.gathered.samples > 0) yield this.takeSound();
    this.format = format;
  }

  /** Gives libFLAC bytes, and returns how many samples it made of the next frame in all it has. */
  private run(bytes: Uint8Array): number {
    const { _common, _decoder, _samplesDecoded } = this.inner;
    const { wasm } = _common;
    const input = wasm.malloc(bytes.length);
    if (input === 0) throw new Error(`no memory for a frame of ${bytes.length} bytes`);
    new Uint8Array(wasm.HEAP, input, bytes.length).set(bytes);
    _samplesDecoded.buf[0] = 0;
    wasm.decode_frame(_decoder, input, bytes.length);
    return _samplesDecoded.buf[0];
  }

  /**
   * Has libFLAC read what is left of the input, whereupon it forgets the last frame. Where frames are missing it would
   * else put silence in their place, whose memory is never given back.
   */
  private startAnew(): void {
    const { _common, _outputBufferPtr } = this.inner;
    while (this.run(filler) > 0) _common.wasm.free(_outputBufferPtr.buf[0]);
  }
}
