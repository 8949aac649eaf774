import { type PcmChunk } from './pcm';
import { riffHeader } from './riffHeader';

const bytesPerSample = 3;
const fullScale = 2 ** 23;

/** Widths of bext's fields of text, in bytes (EBU Tech 3285, section 2.3). */
const textBytes = { description: 256, originator: 32, originatorReference: 32, date: 10, time: 8 };
const umidBytes = 64;
const reservedBytes = 190;

/** A Broadcast Wave file of 24 bits. */
export interface BroadcastSound {
  sampleRateHz: number;
  channels: number;
  /** Samples a channel. */
  frames: number;
  /** Samples from midnight to the first one. */
  timeReferenceSamples: number;
  /** What it is, and who made it; what ASCII lacks is written without its marks, or as "?". */
  description: string;
  originator: string;
  madeAt: Date;
}

/**
 * The bytes before the samples of a Broadcast Wave file, 24-bit PCM: bext version 1 without UMID, then the format.
 * Throws a RangeError as riffHeader does, and for a time reference that is no whole number.
 * Source: EBU Tech 3285 (2011).
 */
export function broadcastWavHeader(sound: BroadcastSound): Uint8Array {
  const { sampleRateHz, channels, frames } = sound;
  return riffHeader({ sampleRateHz, channels, frames, bitsPerSample: 24, chunks: bextChunk(sound) });
}

function bextChunk(sound: BroadcastSound): Uint8Array {
  const { timeReferenceSamples, description, originator, madeAt } = sound;
  if (!Number.isSafeInteger(timeReferenceSamples) || timeReferenceSamples < 0)
    throw new RangeError(`invalid timeReferenceSamples: ${timeReferenceSamples} (a whole number from 0)`);
  const [date, time] = madeAt.toISOString().split(/[T.]/);
  const reference = Buffer.alloc(10);
  reference.writeBigUInt64LE(BigInt(timeReferenceSamples), 0);
  reference.writeUInt16LE(1, 8);
  const body = Buffer.concat([
    asciiField(description, textBytes.description),
    asciiField(originator, textBytes.originator),
    asciiField('', textBytes.originatorReference),
    asciiField(date, textBytes.date),
    asciiField(time, textBytes.time),
    reference,
    Buffer.alloc(umidBytes + reservedBytes),
  ]);
  const head = Buffer.alloc(8);
  head.write('bext', 0, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return new Uint8Array(Buffer.concat([head, body]));
}

/** Text in a field of its width, filled up with NUL. */
function asciiField(text: string, bytes: number): Buffer {
  const field = Buffer.alloc(bytes);
  const plain = text.normalize('NFKD').replace(/\p{Mark}/gu, '');
  field.write(plain.replace(/[^\x20-\x7e]/gu, '?'), 0, 'latin1');
  return field;
}

/** The samples as 24-bit little-endian PCM, channels interleaved, rounded; what goes beyond full scale is clipped. */
export function encodePcm24({ channels }: Pick<PcmChunk, 'channels'>): Uint8Array {
  const frames = channels[0]?.length ?? 0;
  const bytes = new Uint8Array(frames * channels.length * bytesPerSample);
  channels.forEach((samples, channel) => {
    let at = channel * bytesPerSample;
    for (let frame = 0; frame < frames; frame++) {
      const level = Math.max(-fullScale, Math.min(fullScale - 1, Math.round(samples[frame] * fullScale)));
      bytes[at] = level;
      bytes[at + 1] = level >> 8;
      bytes[at + 2] = level >> 16;
      at += channels.length * bytesPerSample;
    }
  });
  return bytes;
}
