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

const codings: Record<string, { formatNumber: number; coding: PcmCoding }> = {
  '8-bit': { formatNumber: 1, coding: unsignedCoding },
  '16-bit': { formatNumber: 1, coding: integerCoding(2, true) },
  '24-bit': { formatNumber: 1, coding: integerCoding(3, true) },
  '32-bit': { formatNumber: 1, coding: integerCoding(4, true) },
  'float of 32 bits': { formatNumber: 3, coding: floatCoding(4, true) },
  'float of 64 bits': { formatNumber: 3, coding: floatCoding(8, true) },
};

interface Format {
  formatNumber: number;
  channelCount: number;
  sampleRateHz: number;
  bytesPerSample: number;
  isExtensible?: boolean;
}

function formatChunk({
  formatNumber,
  channelCount,
  sampleRateHz,
  bytesPerSample,
  isExtensible,
}: Format): Uint8Array {
  const body = Buffer.alloc(isExtensible === true ? 40 : 16);
  body.writeUInt16LE(isExtensible === true ? 0xfffe : formatNumber, 0);
  body.writeUInt16LE(channelCount, 2);
  body.writeUInt32LE(sampleRateHz, 4);
  body.writeUInt16LE(channelCount * bytesPerSample, 12);
  body.writeUInt16LE(8 * bytesPerSample, 14);
  if (isExtensible === true) {
    body.writeUInt16LE(formatNumber, 24);
    body.write('\x00\x00\x10\x00\x80\x00\x00\xaa\x00\x38\x9b\x71', 28, 'latin1');
  }
  return joinBytes(['fmt ', { le32: body.length }, body]);
}

const otherChunk = joinBytes(['LIST', { le32: 3 }, 'odd\0']);

function waveFile(format: Format, samples: Uint8Array, declaredBytes = samples.length): Uint8Array {
  const chunks = [otherChunk, formatChunk(format), otherChunk, 'data', { le32: declaredBytes }, samples];
  return joinBytes(['RIFF', { le32: 0 }, 'WAVE', ...chunks]);
}

const float32 = { formatNumber: 3, channelCount: 1, sampleRateHz: 44100, bytesPerSample: 4 };
const stereo16 = { formatNumber: 1, channelCount: 2, sampleRateHz: 44100, bytesPerSample: 2 };
const fourFrames = joinBytes([
  { le32: 0x40002000 },
  { le32: 0x40002000 },
  { le32: 0x40002000 },
  { le32: 0x40002000 },
]);

describe('decodeWav', () => {
  it.each(Object.entries(codings))('gives back %s samples, however the stream is split', async (_, how) => {
    await fc.assert(
      fc.asyncProperty(anySound, anySplit, fc.boolean(), async (sound, split, isExtensible) => {
        const { bytesPerSample, tolerance } = how.coding;
        const { sampleRateHz, channels } = sound;
        const format = { ...how, channelCount: channels.length, sampleRateHz, bytesPerSample, isExtensible };
        const bytes = joinBytes([waveFile(format, interleave(channels, how.coding)), otherChunk]);
        const decoded = await decodeWhole('wav', inPieces(bytes, split));
        expect(decoded.sampleRateHz).toBe(sampleRateHz);
        expect(decoded.channels.length).toBe(channels.length);
        decoded.channels.forEach((samples, channel) => {
          expect(largestDifference(samples, channels[channel])).toBeLessThanOrEqual(tolerance);
        });
      }),
      { numRuns: 30 },
    );
  });

  it.each([0, 0xffffffff])('reads to the end where the size is %i', async (declaredBytes) => {
    const { channels } = await decodeWhole('wav', waveFile(stereo16, fourFrames, declaredBytes));
    expect(channels).toEqual([new Float32Array(4).fill(0.25), new Float32Array(4).fill(0.5)]);
  });

  it('takes a size near the limit for one that was not known', async () => {
    const { channels } = await decodeWhole('wav', waveFile(stereo16, fourFrames, 0x7ffff000));
    expect(channels[0].length).toBe(4);
  });

  it.each([false, true])('reads the other byte order of RIFX, extensible %s', async (isExtensible) => {
    const body = Buffer.alloc(isExtensible ? 40 : 16);
    body.writeUInt16BE(isExtensible ? 0xfffe : 1, 0);
    body.writeUInt16BE(2, 2);
    body.writeUInt32BE(44_100, 4);
    body.writeUInt16BE(6, 12);
    body.writeUInt16BE(24, 14);
    if (isExtensible) body.write('\0\0\0\x01\0\0\0\x10\x80\x00\x00\xaa\x00\x38\x9b\x71', 24, 'latin1');
    const channels = [Float32Array.of(0.5, -0.25), Float32Array.of(-1, 2 ** -23)];
    const samples = interleave(channels, integerCoding(3, false));
    const chunks = ['fmt ', { be32: body.length }, body, 'data', { be32: samples.length }, samples];
    expect(await decodeWhole('wav', joinBytes(['RIFX', { be32: 0 }, 'WAVE', ...chunks]))).toEqual({
      channels,
      sampleRateHz: 44_100,
    });
  });

  it('takes a sample that is no number, or far too large, for silence', async () => {
    const samples = [0.5, NaN, 0.25, Infinity, -0.5, 0.125, -1e9, 1, 1, 1, 1, 1, 1, 1];
    const bytes = waveFile(float32, interleave([Float32Array.from(samples)], floatCoding(4, true)));
    const { channels } = await decodeWhole('wav', bytes);
    expect(Array.from(channels[0])).toEqual([0.5, 0, 0.25, 0, -0.5, 0.125, 0, 1, 1, 1, 1, 1, 1, 1]);
  });

  it('brings what is faster than 384 kHz down to a rate that can be kept', async () => {
    const frames = 705_600 / 10;
    const tone = Float32Array.from(
      { length: frames },
      (_, i) => 0.5 * Math.sin((2 * Math.PI * 1000 * i) / 705_600),
    );
    const format = { ...float32, sampleRateHz: 705_600 };
    const { channels, sampleRateHz } = await decodeWhole(
      'wav',
      waveFile(format, interleave([tone], floatCoding(4, true))),
    );
    expect(sampleRateHz).toBe(192_000);
    expect(channels[0].length).toBe(19_200);
    const expected = channels[0].map((_, i) => 0.5 * Math.sin((2 * Math.PI * 1000 * i) / 192_000));
    expect(largestDifference(channels[0].subarray(500, -500), expected.subarray(500, -500))).toBeLessThan(
      1e-3,
    );
  });

  it('reads the 64-bit size of RF64', async () => {
    const sizes = joinBytes(['ds64', { le32: 28 }, new Uint8Array(8), { le32: 8 }, new Uint8Array(16)]);
    const data = joinBytes(['data', { le32: 0xffffffff }, fourFrames]);
    const file = joinBytes(['RF64', { le32: 0xffffffff }, 'WAVE', sizes, formatChunk(stereo16), data]);
    expect((await decodeWhole('wav', file)).channels[0].length).toBe(2);
  });

  // The codes and values are those of ITU-T G.711, tables 1 and 2, on a scale of 4096 and 8159 (here over 32768).
  it.each([
    { formatNumber: 6, codes: [0xd5, 0x55, 0xaa, 0x2a], levels: [8, -8, 32256, -32256] },
    { formatNumber: 7, codes: [0xff, 0x7f, 0x80, 0x00], levels: [0, -0, 32124, -32124] },
  ])('expands G.711, format $formatNumber', async ({ formatNumber, codes, levels }) => {
    const format = { formatNumber, channelCount: 1, sampleRateHz: 8000, bytesPerSample: 1 };
    const { channels } = await decodeWhole('wav', waveFile(format, Uint8Array.from(codes)));
    expect(
      largestDifference(
        channels[0],
        levels.map((level) => level / 32768),
      ),
    ).toBe(0);
  });

  it.each([
    ['empty', waveFile(stereo16, new Uint8Array(0))],
    ['damaged', waveFile(stereo16, fourFrames, 1_000_000)],
    ['damaged', joinBytes(['RIFF', { le32: 0 }, 'WAVE', 'data', { le32: 16 }, fourFrames])],
    ['damaged', waveFile({ ...stereo16, channelCount: 0 }, fourFrames)],
    ['damaged', waveFile({ ...stereo16, sampleRateHz: 0 }, fourFrames)],
    ['unsupported', waveFile({ ...stereo16, channelCount: 9 }, fourFrames)],
    ['unsupported', waveFile({ ...stereo16, sampleRateHz: 7_000_000 }, fourFrames)],
    ['unsupported', waveFile({ ...stereo16, formatNumber: 2 }, fourFrames)],
    ['unsupported', waveFile({ ...stereo16, bytesPerSample: 8 }, fourFrames)],
    ['damaged', waveFile(float32, new Uint8Array(16).fill(0xff))],
    ['not-audio', joinBytes(['a text that is long enough'])],
  ])('says %s', async (reason, bytes) => {
    await expect(decodeWhole('wav', bytes)).rejects.toMatchObject({ name: 'AudioError', reason });
  });
});
