import { OggVorbisDecoder, type OggVorbisDecodedAudio } from '@wasm-audio-decoders/ogg-vorbis';
import { type WasmDecoder } from './wasmStream';

/** One number or more in the memory of the WebAssembly module. */
interface Shared<T> {
  buf: T;
}

/** The inside of the package's decoder, whose version is pinned: the module and what it shares with us. */
interface PacketDecoder {
  _common: { wasm: { HEAP: ArrayBuffer; decode_packets(decoder: number): void } };
  _decoder: number;
  _input: Shared<Uint8Array>;
  _inputLen: Shared<Uint32Array>;
  /** Address of the addresses of the channels. */
  _outputBufferPtr: Shared<Uint32Array>;
  _channels: Shared<Uint32Array>;
  _sampleRate: Shared<Uint32Array>;
  _samplesDecoded: Shared<Uint32Array>;
  decodePackets(packets: Uint8Array[]): OggVorbisDecodedAudio;
}

/**
 * Vorbis by `@wasm-audio-decoders/ogg-vorbis`, but for the last step: the package makes ten small arrays of every
 * packet and joins them afterwards, which costs a quarter of its time, and here a page's packets are gathered in
 * one array that is used again.
 */
export class VorbisDecoder implements WasmDecoder {
  readonly ready: Promise<void>;
  readonly #decoder = new OggVorbisDecoder();
  /** The sound of one call, channel by channel. */
  #gathered: Float32Array[] = [];

  constructor() {
    this.ready = this.#decoder.ready.then(() => {
      const { _decoder: inner } = this.#decoder as unknown as { _decoder: PacketDecoder };
      inner.decodePackets = (packets) => this.#decodePackets(inner, packets);
    });
  }

  decode(bytes: Uint8Array): Promise<OggVorbisDecodedAudio> {
    return this.#decoder.decode(bytes);
  }

  flush(): Promise<OggVorbisDecodedAudio> {
    return this.#decoder.flush();
  }

  free(): void {
    this.#decoder.free();
  }

  #decodePackets(inner: PacketDecoder, packets: Uint8Array[]): OggVorbisDecodedAudio {
    let samples = 0;
    for (const packet of packets) {
      inner._input.buf.set(packet);
      inner._inputLen.buf[0] = packet.length;
      inner._common.wasm.decode_packets(inner._decoder);
      this.#gather(inner, samples);
      samples += inner._samplesDecoded.buf[0];
    }
    const channels = this.#gathered.slice(0, inner._channels.buf[0]);
    return {
      channelData: channels.map((channel) => channel.slice(0, samples)),
      samplesDecoded: samples,
      sampleRate: inner._sampleRate.buf[0],
      bitDepth: 16,
      errors: [],
    };
  }

  /** Copies the last packet's sound behind what is gathered. */
  #gather(inner: PacketDecoder, at: number): void {
    const heap = inner._common.wasm.HEAP;
    const samples = inner._samplesDecoded.buf[0];
    const channels = inner._channels.buf[0];
    const addresses = new Uint32Array(heap, inner._outputBufferPtr.buf[0], channels);
    for (let channel = 0; channel < channels; channel++) {
      const room = this.#roomFor(channel, at + samples);
      if (samples > 0) room.set(new Float32Array(heap, addresses[channel], samples), at);
    }
  }

  #roomFor(channel: number, samples: number): Float32Array {
    const present = this.#gathered[channel] ?? new Float32Array(0);
    if (present.length >= samples) return present;
    const larger = new Float32Array(2 * samples);
    larger.set(present);
    this.#gathered[channel] = larger;
    return larger;
  }
}
