import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeWhole, inPieces, largestDifference } from '../testing/decode.testing';
import {
  anySound,
  anySplit,
  floatCoding,
  integerCoding,
  interleave,
  joinBytes,
  type PcmCoding,
  unsignedCoding,
} from '../testing/pcm.testing';
import { sniffContainer } from './container';
import { fileBytes } from './fileBytes';
import { memoryFile } from './memoryFile';
import { readingOrder } from './readingOrder';
import { type PcmChunk } from '../pcm';

const codings: [compression: string | undefined, coding: PcmCoding][] = [
  [undefined, integerCoding(1, false)],
  [undefined, integerCoding(2, false)],
  [undefined, integerCoding(3, false)],
  [undefined, integerCoding(4, false)],
  ['NONE', integerCoding(2, false)],
  ['sowt', integerCoding(2, true)],
  ['sowt', integerCoding(3, true)],
  ['in24', integerCoding(3, false)],
  ['in32', integerCoding(4, false)],
  ['raw ', unsignedCoding],
  ['fl32', floatCoding(4, false)],
  ['FL64', floatCoding(8, false)],
];

/** 80-bit extended: the rate as a 64-bit mantissa shifted up until its top bit is set. */
function extended(value: number): Uint8Array {
  const exponent = Math.floor(Math.log2(value));
  const bytes = Buffer.alloc(10);
  bytes.writeUInt16BE(16383 + exponent, 0);
  bytes.writeBigUInt64BE(BigInt(value) << BigInt(63 - exponent), 2);
  return bytes;
}

interface Options {
  compression?: string;
  frames?: number;
  isSoundFirst?: boolean;
}

function aiffFile(
  { channels, sampleRateHz }: PcmChunk,
  coding: PcmCoding,
  options: Options = {},
): Uint8Array {
  const { compression, frames = channels[0].length, isSoundFirst = false } = options;
  const format = Buffer.alloc(8);
  format.writeUInt16BE(channels.length, 0);
  format.writeUInt32BE(frames, 2);
  format.writeUInt16BE(8 * coding.bytesPerSample, 6);
  const name = compression === undefined ? '' : `${compression}\x03odd`;
  const common = joinBytes([format, extended(sampleRateHz), name]);
  const samples = interleave(channels, coding);
  const chunks = ['NAME', { be32: 3 }, 'odd\0', 'COMM', { be32: common.length }, common];
  const sound = ['SSND', { be32: 8 + 2 + samples.length }, { be32: 2 }, { be32: 0 }, '--', samples];
  if (samples.length % 2 === 1) sound.push('-');
  const body = isSoundFirst ? [...sound, ...chunks] : [...chunks, ...sound];
  return joinBytes(['FORM', { be32: 0 }, compression === undefined ? 'AIFF' : 'AIFC', ...body]);
}

const mono = { channels: [Float32Array.from([0.5, -0.5, 0.25])], sampleRateHz: 44100 };

describe('decodeAiff', () => {
  it.each(codings)('gives back %s samples, however the stream is split', async (compression, coding) => {
    await fc.assert(
      fc.asyncProperty(anySound, anySplit, async (sound, split) => {
        const decoded = await decodeWhole('aiff', inPieces(aiffFile(sound, coding, { compression }), split));
        expect(decoded.sampleRateHz).toBe(sound.sampleRateHz);
        expect(decoded.channels.length).toBe(sound.channels.length);
        decoded.channels.forEach((samples, channel) => {
          expect(largestDifference(samples, sound.channels[channel])).toBeLessThanOrEqual(coding.tolerance);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('rounds a rate with a fraction, as old computers had, to a whole one', async () => {
    const file = Buffer.from(aiffFile(mono, integerCoding(2, false)));
    // 22,254 and 6 elevenths: the exponent of 16,384, and a mantissa of as much.
    file.set([0x40, 0x0d, 0xad, 0xdd, 0x17, 0x45, 0xd1, 0x74, 0x5d, 0x17], file.indexOf('COMM') + 16);
    expect(await decodeWhole('aiff', file)).toEqual({ ...mono, sampleRateHz: 22_255 });
  });

  it('takes nothing for sound that lies behind its chunk', async () => {
    const file = aiffFile(mono, integerCoding(2, false), { frames: 5 });
    const { channels } = await decodeWhole('aiff', joinBytes([file, 'ID3 ', { be32: 4 }, 'tags']));
    expect(channels).toEqual(mono.channels);
  });

  it('reads to the end where the number of frames was not known', async () => {
    const { channels } = await decodeWhole('aiff', aiffFile(mono, integerCoding(2, false), { frames: 0 }));
    expect(channels).toEqual(mono.channels);
  });

  it.each([1, 2])(
    'gives the same of %i bytes a sample where the sound lies before its description',
    async (bytes) => {
      const file = memoryFile(aiffFile(mono, integerCoding(bytes, false), { isSoundFirst: true }));
      expect(await sniffContainer(file)).toBe('aiff');
      const { channels } = await decodeWhole('aiff', fileBytes(file, await readingOrder('aiff', file)));
      expect(channels).toEqual(mono.channels);
    },
  );

  it.each([
    ['damaged', aiffFile(mono, integerCoding(2, false), { frames: 44100 })],
    ['damaged', aiffFile(mono, integerCoding(2, false)).subarray(0, 40)],
    ['unsupported', aiffFile(mono, integerCoding(2, false), { compression: 'ima4' })],
    ['unsupported', joinBytes(['FORM', { be32: 0 }, 'AIFF', 'SSND', { be32: 8 }, new Uint8Array(8)])],
    ['not-audio', joinBytes(['a text that is long enough'])],
  ])('says %s', async (reason, bytes) => {
    await expect(decodeWhole('aiff', bytes)).rejects.toMatchObject({ name: 'AudioError', reason });
  });
});
