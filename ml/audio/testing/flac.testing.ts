import fc from 'fast-check';

/** A FLAC stream to be written: sound as whole numbers, and how it is laid down. */
export interface FlacSound {
  /** One list a channel, 1..8 of them, all of one length; numbers of `bitDepth` bits with a sign. */
  channels: readonly number[][];
  bitDepth: number;
  sampleRateHz: number;
  /** Samples a channel of each frame, taken in turn; all the same where blocks do not differ in size. */
  blockSizes: number[];
  /** True where frames are numbered by their first sample. */
  isVariable?: boolean;
  /** The number of the first frame, or of its first sample. */
  firstNumber?: number;
  /** True where the headers of the frames leave depth and rate to STREAMINFO. */
  isUnsaid?: boolean;
}

/** Noise of any lawful shape, in up to a dozen frames of either kind, numbered from anywhere. */
export const anyFlacSound: fc.Arbitrary<FlacSound> = fc
  .record({
    channelCount: fc.integer({ min: 1, max: 8 }),
    length: fc.integer({ min: 1, max: 600 }),
    bitDepth: fc.oneof(fc.constantFrom(8, 16, 24, 32), fc.integer({ min: 4, max: 31 })),
    isUnsaid: fc.boolean(),
    rate: fc.integer({ min: 8000, max: 65_535 }),
    isVariable: fc.boolean(),
    sizes: fc.array(fc.integer({ min: 50, max: 400 }), { minLength: 1, maxLength: 5 }),
    first: fc.nat({ max: 2 ** 31 - 1000 }),
    seed: fc.integer({ min: 1, max: 2 ** 31 - 2 }),
  })
  .map(({ channelCount, length, bitDepth, isUnsaid, rate, isVariable, sizes, first, seed }) => ({
    isUnsaid,
    channels: noise({ channelCount, length, bitDepth, seed }),
    bitDepth,
    // Rates of more than 16 bits are written in tens.
    sampleRateHz: seed % 2 === 0 ? rate : 5 * (rate - (rate % 2)),
    blockSizes: isVariable ? sizes : sizes.slice(0, 1),
    isVariable,
    // Samples are numbered in 36 bits, frames in 31.
    firstNumber: isVariable ? 32 * first : first,
  }));

/** Channels of whole numbers over the whole range of their bits, the same for the same seed. */
export function noise(shape: {
  channelCount: number;
  length: number;
  bitDepth: number;
  seed: number;
}): number[][] {
  let state = shape.seed;
  const range = 2 ** shape.bitDepth;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.floor((state / 2_147_483_647) * range) - range / 2;
  };
  return Array.from({ length: shape.channelCount }, () => Array.from({ length: shape.length }, next));
}

/** Other depths, and what has the code 0, are told by STREAMINFO alone. */
const depthCodes: Record<number, number | undefined> = { 8: 1, 12: 2, 16: 4, 20: 5, 24: 6, 32: 7 };

/**
 * The frames of a FLAC stream, its samples as they are unless all are equal (RFC 9639, section 9). It shares nothing with what reads
 * FLAC here, so that each proves the other.
 */
export function writeFlacFrames(sound: FlacSound): Uint8Array[] {
  const frames: Uint8Array[] = [];
  const { length } = sound.channels[0];
  let number = sound.firstNumber ?? 0;
  for (let from = 0; from < length;) {
    const to = Math.min(length, from + sound.blockSizes[frames.length % sound.blockSizes.length]);
    const block = sound.channels.map((samples) => samples.slice(from, to));
    frames.push(writeFrame(block, sound, number));
    number += sound.isVariable ? to - from : 1;
    from = to;
  }
  return frames;
}

/** The file of these frames: its mark, STREAMINFO, and the frames. */
export function writeFlacFile(sound: FlacSound, frames = writeFlacFrames(sound)): Uint8Array {
  const { channels, bitDepth, sampleRateHz, blockSizes } = sound;
  const streamInfo = packBits([
    [16, Math.min(...blockSizes)],
    [16, Math.max(...blockSizes)],
    [48, 0],
    [20, sampleRateHz],
    [3, channels.length - 1],
    [5, bitDepth - 1],
    [36, channels[0].length],
    [128, 0],
  ]);
  return Buffer.concat([Buffer.from('fLaC\x80\0\0\x22', 'latin1'), streamInfo, ...frames]);
}

function writeFrame(block: number[][], sound: FlacSound, number: number): Uint8Array {
  const { bitDepth, sampleRateHz, isVariable = false, isUnsaid = false } = sound;
  const isTens = sampleRateHz > 65535;
  const header = Buffer.concat([
    packBits([
      [15, 0x7ffc],
      [1, Number(isVariable)],
      [4, 7],
      [4, isUnsaid ? 0 : isTens ? 14 : 13],
      [4, block.length - 1],
      [3, isUnsaid ? 0 : (depthCodes[bitDepth] ?? 0)],
      [1, 0],
    ]),
    codeNumber(number),
    packBits([
      [16, block[0].length - 1],
      [isUnsaid ? 0 : 16, isTens ? sampleRateHz / 10 : sampleRateHz],
    ]),
  ]);
  const subframes = block.flatMap((samples): Bits[] => {
    const isConstant = samples.every((sample) => sample === samples[0]);
    const written = isConstant ? samples.slice(0, 1) : samples;
    return [[8, isConstant ? 0 : 2], ...written.map((sample): Bits => [bitDepth, sample])];
  });
  const unchecked = Buffer.concat([header, packBits([[8, crcOf(header, 8, 0x07)]]), packBits(subframes)]);
  return Buffer.concat([unchecked, packBits([[16, crcOf(unchecked, 16, 0x8005)]])]);
}

/** How many bits, and the number they hold. */
type Bits = [count: number, value: number];

/** The numbers one after the other, the highest bit first, filled up to whole bytes. */
function packBits(parts: Bits[]): Buffer {
  const bits = parts
    .filter(([count]) => count > 0)
    .map(([count, value]) => BigInt.asUintN(count, BigInt(value)).toString(2).padStart(count, '0'))
    .join('');
  const bytes = bits.match(/.{1,8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => parseInt(byte.padEnd(8, '0'), 2)));
}

/** A number of up to 36 bits coded as UTF-8 codes characters: six bits a byte, the first one's head tells how many. */
function codeNumber(value: number): Buffer {
  if (value < 0x80) return Buffer.of(value);
  const tail: number[] = [];
  let head = value;
  for (; head >= 2 ** (6 - tail.length); head = Math.floor(head / 64)) tail.unshift(0x80 | (head % 64));
  const mark = (0xff00 >> (tail.length + 1)) & 0xff;
  return Buffer.of(mark | head, ...tail);
}

/** A checksum, bit by bit; the polynomial is written without its highest bit. */
export function crcOf(bytes: Uint8Array, width: number, polynomial: number): number {
  let crc = 0;
  for (const byte of bytes) {
    for (let bit = 7; bit >= 0; bit--) {
      const isOdd = ((crc >> (width - 1)) ^ (byte >> bit)) & 1;
      crc = ((crc << 1) ^ (isOdd ? polynomial : 0)) & (2 ** width - 1);
    }
  }
  return crc;
}
