import fc from 'fast-check';

/** How a test writes samples: the opposite of what a decoder reads. */
export interface PcmCoding {
  bytesPerSample: number;
  /** The largest error of the coding, for samples within [-1, 1). */
  tolerance: number;
  write: (view: DataView, at: number, sample: number) => void;
}

/** Integers of 1..4 bytes, two's complement. */
export function integerCoding(bytesPerSample: number, littleEndian: boolean): PcmCoding {
  const scale = 2 ** (8 * bytesPerSample - 1);
  const write = (view: DataView, at: number, sample: number) => {
    const level = BigInt(Math.max(-scale, Math.min(scale - 1, Math.round(sample * scale))));
    for (let i = 0; i < bytesPerSample; i++) {
      const byte = Number((level >> BigInt(8 * i)) & 0xffn);
      view.setUint8(at + (littleEndian ? i : bytesPerSample - 1 - i), byte);
    }
  };
  return { bytesPerSample, tolerance: Math.max(1 / scale, 2 ** -24), write };
}

/** Bytes around 128. */
export const unsignedCoding: PcmCoding = {
  bytesPerSample: 1,
  tolerance: 1 / 128,
  write: (view, at, sample) => {
    view.setUint8(at, Math.max(0, Math.min(255, Math.round(sample * 128) + 128)));
  },
};

/** IEEE floating point of 4 or 8 bytes. */
export function floatCoding(bytesPerSample: 4 | 8, littleEndian: boolean): PcmCoding {
  const write = (view: DataView, at: number, sample: number) => {
    if (bytesPerSample === 4) view.setFloat32(at, sample, littleEndian);
    else view.setFloat64(at, sample, littleEndian);
  };
  return { bytesPerSample, tolerance: 0, write };
}

/** The channels interleaved, as a file keeps them. */
export function interleave(channels: Float32Array[], { bytesPerSample, write }: PcmCoding): Uint8Array {
  const frames = channels[0].length;
  const bytes = new Uint8Array(frames * channels.length * bytesPerSample);
  const view = new DataView(bytes.buffer);
  channels.forEach((samples, channel) => {
    samples.forEach((sample, frame) =>
      write(view, (frame * channels.length + channel) * bytesPerSample, sample),
    );
  });
  return bytes;
}

/** Any sound a file can hold: 1..8 channels of 1..60 samples, whole rates within 8..384 kHz. */
export const anySound = fc
  .record({
    channelCount: fc.integer({ min: 1, max: 8 }),
    frames: fc.integer({ min: 1, max: 60 }),
    sampleRateHz: fc.integer({ min: 8000, max: 384_000 }),
  })
  .chain(({ channelCount, frames, sampleRateHz }) =>
    fc.record({
      sampleRateHz: fc.constant(sampleRateHz),
      channels: fc.array(
        fc.float32Array({ min: -1, max: 1, noNaN: true, minLength: frames, maxLength: frames }),
        { minLength: channelCount, maxLength: channelCount },
      ),
    }),
  );

/** Any way to cut a stream in pieces, empty ones included. */
export const anySplit = fc
  .array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 5 })
  .filter((sizes) => sizes.some((size) => size > 0));

/** Bytes joined; strings count one byte a character, numbers are 32 bits. */
export function joinBytes(parts: (Uint8Array | string | { be32: number } | { le32: number })[]): Uint8Array {
  return Buffer.concat(
    parts.map((part) => {
      if (typeof part === 'string') return Buffer.from(part, 'latin1');
      if (part instanceof Uint8Array) return part;
      const four = Buffer.alloc(4);
      if ('be32' in part) four.writeUInt32BE(part.be32);
      else four.writeUInt32LE(part.le32);
      return four;
    }),
  );
}
