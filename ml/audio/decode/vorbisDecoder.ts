import { OggVorbisDecoder } from '@wasm-audio-decoders/ogg-vorbis';
import { GatheredSound } from './gatheredSound';
import { type OggPage, packetParts, pageBytes, readPage } from './oggPages';
import { type WasmDecoder, type WasmSound } from './wasmStream';

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
  sendSetupHeader(packet: Uint8Array): void;
  initDsp(): void;
}

/** First byte of the header packets (Vorbis I specification, 4.2.1); that of sound is even. */
const identification = 1;
const setup = 5;

const nothing: WasmSound = { channelData: [], samplesDecoded: 0, sampleRate: 0 };

/**
 * Decodes the pages of one Vorbis stream, checked pages in order, by `@wasm-audio-decoders/ogg-vorbis`.
 *
 * Of the package only what is compiled is used. Its own way there parses every page a second time and makes ten
 * small arrays of every packet, which together cost a third of its time; here a page's packets are gathered in one
 * array that is used again.
 */
export class VorbisDecoder implements WasmDecoder {
  readonly ready: Promise<void>;
  private readonly decoder = new OggVorbisDecoder();
  /** The start of a page whose rest has not come. */
  private page: Uint8Array = new Uint8Array(0);
  /** The parts of a packet whose rest has not come. */
  private parts: Uint8Array[] = [];
  private isSetUp = false;
  private lastGranule = 0;
  /** The sound of one page. */
  private readonly gathered = new GatheredSound();

  constructor() {
    this.ready = this.decoder.ready;
  }

  decode(bytes: Uint8Array): WasmSound {
    this.page = this.page.length === 0 ? bytes : Buffer.concat([this.page, bytes]);
    if (!(this.page.length >= pageBytes(this.page))) return nothing;
    const page = readPage(this.page);
    this.page = new Uint8Array(0);
    const most = this.mostSamples(page);
    const sound = this.decodePackets(this.packetsOf(page));
    if (sound.samplesDecoded <= most) return sound;
    const channelData = sound.channelData.map((channel) => channel.subarray(0, most));
    return { ...sound, channelData, samplesDecoded: most };
  }

  free(): void {
    this.decoder.free();
  }

  private get inner(): PacketDecoder {
    return (this.decoder as unknown as { _decoder: PacketDecoder })._decoder;
  }

  /** How many samples the page holds at most: the last packet may reach beyond the end, which the clock tells. */
  private mostSamples({ granule, isLast }: OggPage): number {
    if (granule < 0) return Infinity;
    const samples = Math.max(0, granule - this.lastGranule);
    this.lastGranule = granule;
    return isLast ? samples : Infinity;
  }

  /** The packets that end on the page. One whose start is lost is passed over. */
  private *packetsOf(page: OggPage): Generator<Uint8Array> {
    let isTail = page.isContinued && this.parts.length === 0;
    if (!page.isContinued) this.parts = [];
    for (const { bytes, isEnd } of packetParts(page)) {
      if (!isTail) this.parts.push(bytes);
      if (isEnd && !isTail) {
        const { length } = this.parts;
        yield length === 1 ? bytes : Buffer.concat(this.parts);
        this.parts = [];
      }
      if (isEnd) isTail = false;
    }
  }

  private decodePackets(packets: Iterable<Uint8Array>): WasmSound {
    for (const packet of packets) {
      if (packet[0] % 2 === 1) this.setUp(packet);
      else if (this.isSetUp) this.decodePacket(packet);
    }
    return this.gathered.samples > 0 ? this.gathered.take(this.inner._sampleRate.buf[0]) : nothing;
  }

  /** Takes a header; the tags, which are one too, are of no use to the decoder. */
  private setUp(packet: Uint8Array): void {
    if (this.isSetUp || (packet[0] !== identification && packet[0] !== setup)) return;
    this.inner.sendSetupHeader(packet);
    if (packet[0] !== setup) return;
    this.inner.initDsp();
    this.isSetUp = true;
  }

  /** Gathers a packet's sound. */
  private decodePacket(packet: Uint8Array): void {
    const inner = this.inner;
    inner._input.buf.set(packet);
    inner._inputLen.buf[0] = packet.length;
    inner._common.wasm.decode_packets(inner._decoder);
    const [samples] = inner._samplesDecoded.buf;
    if (samples === 0) return;
    const heap = inner._common.wasm.HEAP;
    const addresses = new Uint32Array(heap, inner._outputBufferPtr.buf[0], inner._channels.buf[0]);
    this.gathered.add(Array.from(addresses, (address) => new Float32Array(heap, address, samples)));
  }
}
