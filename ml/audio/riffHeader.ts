const fixedBytes = 44;
const mostBytes = 0xffffffff;
/** Of the format chunk: WAVE_FORMAT_PCM and WAVE_FORMAT_IEEE_FLOAT. */
const wholeCode = 1;
const floatCode = 3;

/** What stands before the samples of a PCM WAV file. */
export interface RiffSound {
  sampleRateHz: number;
  channels: number;
  /** Samples a channel. */
  frames: number;
  /** 16 and 24 are whole numbers, 32 is floating point. */
  bitsPerSample: 16 | 24 | 32;
  /** Whole chunks to stand before the format, of even length. */
  chunks?: Uint8Array;
}

/**
 * The bytes before the samples of a PCM WAV file.
 * Throws a RangeError for no sound format a WAV file can have, and for more than the 4 GiB it can hold.
 * Source: Microsoft Multimedia Programming Interface 1.0.
 */
export function riffHeader(sound: RiffSound): Uint8Array {
  const { sampleRateHz, channels, frames, bitsPerSample, chunks = new Uint8Array() } = sound;
  checkWhole('sampleRateHz', sampleRateHz, 1);
  checkWhole('channels', channels, 1);
  checkWhole('frames', frames, 0);
  const frameBytes = (channels * bitsPerSample) / 8;
  const dataBytes = frames * frameBytes;
  const headerBytes = fixedBytes + chunks.length;
  if (dataBytes > mostBytes - headerBytes) {
    throw new RangeError(`invalid frames: ${frames} (a WAV file holds at most 4 GiB; write several)`);
  }
  const header = Buffer.alloc(headerBytes);
  header.write('RIFF', 0, 'latin1');
  // A chunk of an odd number of bytes is followed by one that does not count as its own.
  header.writeUInt32LE(headerBytes - 8 + dataBytes + (dataBytes % 2), 4);
  header.write('WAVE', 8, 'latin1');
  header.set(chunks, 12);
  const format = 12 + chunks.length;
  header.write('fmt ', format, 'latin1');
  header.writeUInt32LE(16, format + 4);
  header.writeUInt16LE(bitsPerSample === 32 ? floatCode : wholeCode, format + 8);
  header.writeUInt16LE(channels, format + 10);
  header.writeUInt32LE(sampleRateHz, format + 12);
  header.writeUInt32LE(sampleRateHz * frameBytes, format + 16);
  header.writeUInt16LE(frameBytes, format + 20);
  header.writeUInt16LE(bitsPerSample, format + 22);
  header.write('data', format + 24, 'latin1');
  header.writeUInt32LE(dataBytes, format + 28);
  return new Uint8Array(header.buffer, header.byteOffset, headerBytes);
}

function checkWhole(name: string, value: number, least: number): void {
  if (Number.isInteger(value) && value >= least && value <= mostBytes) return;
  throw new RangeError(`invalid ${name}: ${value} (a whole number from ${least} is accepted)`);
}
