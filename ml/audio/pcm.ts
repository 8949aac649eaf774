/** A stretch of decoded sound: one Float32Array a channel, all of one length, samples nominally in [-1, 1]. */
export interface PcmChunk {
  channels: Float32Array[];
  sampleRateHz: number;
}

/** Bytes of a file in order, in pieces of any size. */
export type ByteSource = AsyncIterable<Uint8Array>;

/** A file that can be read at any place: what container parsers and the payload hash need. */
export interface RandomAccess {
  readonly size: number;
  /** Bytes [offset, offset + length), fewer only at the end of the file. */
  read(offset: number, length: number): Promise<Uint8Array>;
}
