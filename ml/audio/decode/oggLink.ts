import { AudioError } from '../audioError';
import { checkFormat, checkLength } from './checkedSound';
import { oggHeaderPages } from './oggHeaderPages';
import { type OggPage, packetParts } from './oggPages';
import { type PcmChunk } from '../pcm';
import { inWaveOrder } from './vorbisChannelOrder';
import { type WasmDecoder, WasmStream } from './wasmStream';

/** What the first packet of a logical stream says of the sound in it. */
export interface OggIdentity {
  channelCount: number;
  sampleRateHz: number;
  /** Samples the clock counts before the first one that is heard. */
  preSkip: number;
  /** What the samples are to be multiplied by. */
  gain: number;
  /** True where three channels and more come in the order of Vorbis; else their order is taken for that of WAVE. */
  hasVorbisOrder: boolean;
}

/** One codec that lives in Ogg. */
export interface OggCodec {
  /** Reads a stream's first packet; undefined where it is another codec's. */
  identify: (packet: Uint8Array) => OggIdentity | undefined;
  /** How many packets come before the sound. The second one holds the tags. */
  headerPackets: number;
  /** A packet of no tags. */
  emptyTags: Uint8Array;
  createDecoder: () => WasmDecoder;
}

/** No packet but tags comes near this. */
const mostPacketBytes = 1 << 17;

const tagPacket = 1;

/** One logical stream of an Ogg chain, being decoded. */
export class OggLink {
  readonly serial: number;
  private readonly codec: OggCodec;
  private readonly identity: OggIdentity;
  private readonly stream: WasmStream;
  private readonly headers: Uint8Array[] = [];
  private open: Uint8Array[] = [];
  private openBytes = 0;
  private samples = 0;
  private firstGranule: number | undefined;
  private lastGranule = 0;
  private hasEnd = false;
  /** How many samples may still come. The decoders cut what reaches past the end, but not on a stream's only page. */
  private left = Infinity;

  private constructor(opening: {
    serial: number;
    codec: OggCodec;
    identity: OggIdentity;
    stream: WasmStream;
  }) {
    this.serial = opening.serial;
    this.codec = opening.codec;
    this.identity = opening.identity;
    this.stream = opening.stream;
  }

  /** Starts a decoder for the stream this page opens. The link must be freed, whatever happens. */
  static async open(serial: number, codec: OggCodec, identity: OggIdentity): Promise<OggLink> {
    checkFormat(identity.channelCount, identity.sampleRateHz);
    return new OggLink({ serial, codec, identity, stream: await WasmStream.open(codec.createDecoder()) });
  }

  /** True once the sound begins. */
  get hasHeaders(): boolean {
    return this.headers.length === this.codec.headerPackets;
  }

  /** True once its last page came. */
  get isOver(): boolean {
    return this.hasEnd;
  }

  /** Decodes one page of the stream. */
  async *feed(page: OggPage): AsyncGenerator<PcmChunk, void, undefined> {
    this.hasEnd ||= page.isLast;
    const isHeader = !this.hasHeaders;
    for (const part of packetParts(page)) this.follow(part);
    if (isHeader) {
      if (!this.hasHeaders) return;
      for (const header of oggHeaderPages(this.serial, this.headers))
        yield* this.counted(this.stream.feed(header));
      return;
    }
    if (page.granule > 0) {
      const isOnly = page.isLast && this.firstGranule === undefined;
      if (isOnly) this.left = Math.max(0, page.granule - this.identity.preSkip);
      this.firstGranule ??= page.granule;
      this.lastGranule = page.granule;
    }
    yield* this.counted(this.stream.feed(page.bytes));
  }

  /** Decodes what is left, and throws an AudioError where the stream holds less than its clock says. */
  async *finish(): AsyncGenerator<PcmChunk, void, undefined> {
    if (this.hasHeaders) yield* this.counted(this.stream.finish());
    if (this.samples === 0 && !this.hasEnd) {
      throw new AudioError('damaged', 'The Ogg file ends before its sound begins');
    }
    const { sampleRateHz, preSkip } = this.identity;
    // A recorded broadcast does not start its clock at zero, so only what lies between two pages is promised; and
    // what is not heard may reach beyond the first of them.
    const declaredSamples = this.lastGranule - (this.firstGranule ?? 0) - preSkip;
    checkLength(this.samples / sampleRateHz, declaredSamples / sampleRateHz);
  }

  free(): void {
    this.stream.free();
  }

  /**
   * Collects the header packets, without the tags: the decoders need time that grows with the square of their size,
   * and the one for Opus takes tags of more than a page for sound. No other packet may grow without bound.
   */
  private follow({ bytes, isEnd }: { bytes: Uint8Array; isEnd: boolean }): void {
    const isTags = this.headers.length === tagPacket;
    this.openBytes += bytes.length;
    if (!isTags && this.openBytes > mostPacketBytes) {
      throw new AudioError('damaged', 'The Ogg file holds a packet too large for sound');
    }
    if (!isTags && !this.hasHeaders) this.open.push(bytes);
    if (!isEnd) return;
    if (!this.hasHeaders) this.headers.push(isTags ? this.codec.emptyTags : Buffer.concat(this.open));
    this.open = [];
    this.openBytes = 0;
  }

  private async *counted(chunks: AsyncIterable<PcmChunk>): AsyncGenerator<PcmChunk, void, undefined> {
    for await (const chunk of chunks) {
      const channels = chunk.channels.map((channel) => channel.subarray(0, this.left));
      this.samples += channels[0].length;
      this.left -= channels[0].length;
      if (this.identity.gain !== 1) amplify(channels, this.identity.gain);
      yield { ...chunk, channels: this.identity.hasVorbisOrder ? inWaveOrder(channels) : channels };
    }
  }
}

function amplify(channels: Float32Array[], gain: number): void {
  for (const channel of channels) {
    for (let i = 0; i < channel.length; i++) channel[i] *= gain;
  }
}
