import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeWhole, inPieces, largestDifference } from './testing/decode.testing';
import { anySound, anySplit } from './testing/pcm.testing';
import { encodePcm16, wavHeader } from './wav';

describe('wavHeader and encodePcm16', () => {
  it('write what the decoder reads', async () => {
    await fc.assert(
      fc.asyncProperty(anySound, anySplit, async (sound, split) => {
        const { channels, sampleRateHz } = sound;
        const header = wavHeader({ sampleRateHz, channels: channels.length, frames: channels[0].length });
        const bytes = Buffer.concat([header, encodePcm16(sound)]);
        expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8);
        const decoded = await decodeWhole('wav', inPieces(bytes, split));
        decoded.channels.forEach((samples, channel) => {
          expect(largestDifference(samples, channels[channel])).toBeLessThanOrEqual(1 / 32768);
        });
      }),
    );
  });

  it('round to the nearest level and clip at full scale', () => {
    const channels = [Float32Array.from([0, 1.4 / 32768, 1.6 / 32768, 1, 3, -1, -3])];
    const bytes = encodePcm16({ channels, sampleRateHz: 16000 });
    expect([...new Int16Array(bytes.buffer)]).toEqual([0, 1, 2, 32767, 32767, -32768, -32768]);
  });

  it.each([
    { sampleRateHz: 44100, channels: 2, frames: 2 ** 30 },
    { sampleRateHz: 44100, channels: 2, frames: -1 },
    { sampleRateHz: 44100.5, channels: 2, frames: 1 },
    { sampleRateHz: 44100, channels: 0, frames: 1 },
  ])('refuse %o', (sound) => {
    expect(() => wavHeader(sound)).toThrow(RangeError);
  });

  it('take the longest file there can be', () => {
    const frames = Math.floor((0xffffffff - 44) / 4);
    expect(wavHeader({ sampleRateHz: 44100, channels: 2, frames })).toHaveLength(44);
  });
});
