import { describe, expect, it } from 'vitest';
import { sniffContainer } from './container';
import { decodeAudio } from './decodeAudio';
import { memoryFile } from './memoryFile';
import { findMp3Frame, mp3FrameAt, xingHeaderAt } from './mp3Frame';
import { widestChannels } from './widestChannels';
import { decodeWhole, fixture, inPieces, largestDifference } from '../testing/decode.testing';

const stereo = fixture('tone.mp3');
const mono = fixture('mono.mp3');

/** The file without the frame that tells of it as a whole. */
function withoutHeading(file: Uint8Array): Uint8Array {
  const { offset, frame } = findMp3Frame(file)!;
  expect(xingHeaderAt(file.subarray(offset), frame)).toBeDefined();
  return file.subarray(offset + frame.frameBytes);
}

async function decodeJoined(...files: Uint8Array[]) {
  const bytes = Buffer.concat(files);
  const channelCount = await widestChannels('mp3', memoryFile(bytes));
  const parts: Float32Array[][] = [];
  let sampleRateHz = 0;
  for await (const chunk of decodeAudio('mp3', inPieces(bytes), channelCount)) {
    parts.push(chunk.channels);
    sampleRateHz = chunk.sampleRateHz;
  }
  const channels = parts[0].map((_, i) => Float32Array.from(parts.flatMap((part) => [...part[i]])));
  return { channels, sampleRateHz };
}

describe('decodeMp3', () => {
  it('hears all of files joined end to end, each without its own delay and padding', async () => {
    const one = await decodeWhole('mp3', stereo);
    const { channels } = await decodeJoined(stereo, stereo, stereo);
    expect(channels[0].length).toBe(3 * one.channels[0].length);
    expect(largestDifference(channels[1].subarray(-one.channels[1].length), one.channels[1])).toBe(0);
  });

  it('passes over tags between the joined files', async () => {
    const tag = Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\x1f\x48', 'latin1'), stereo.subarray(0, 4040)]);
    const one = await decodeWhole('mp3', stereo);
    const { channels } = await decodeJoined(stereo, Buffer.from('TAG'.padEnd(128, 'x')), tag, stereo);
    expect(channels[0].length).toBe(2 * one.channels[0].length);
  });

  it('is in stereo where mono comes first', async () => {
    const [alone, both] = [await decodeWhole('mp3', mono), await decodeWhole('mp3', stereo)];
    for (const second of [stereo, withoutHeading(stereo)]) {
      const { channels, sampleRateHz } = await decodeJoined(mono, second);
      expect(sampleRateHz).toBe(alone.sampleRateHz);
      const length = alone.channels[0].length;
      expect(largestDifference(channels[0].subarray(0, length), alone.channels[0])).toBe(0);
      expect(largestDifference(channels[1].subarray(0, length), alone.channels[0])).toBe(0);
      expect(channels[0].length).toBeGreaterThan(length + 0.4 * sampleRateHz);
    }
    expect(both.channels).toHaveLength(2);
  });

  it('stays in stereo where mono comes behind', async () => {
    const { channels } = await decodeJoined(stereo, mono);
    const alone = await decodeWhole('mp3', mono);
    const rest = channels.map((samples) => samples.subarray(-alone.channels[0].length));
    expect(channels).toHaveLength(2);
    expect(largestDifference(rest[0], alone.channels[0])).toBe(0);
    expect(largestDifference(rest[1], alone.channels[0])).toBe(0);
  });

  it('looks no further than the first frame of stereo', async () => {
    expect(await widestChannels('mp3', memoryFile(stereo))).toBeUndefined();
    expect(await widestChannels('mp3', memoryFile(mono))).toBeUndefined();
    expect(await widestChannels('mp3', memoryFile(Buffer.concat([mono, stereo])))).toBe(2);
  });

  it('reads frames of a free bit rate, whose length no header tells', async () => {
    const plain = withoutHeading(stereo);
    const free = Buffer.from(plain);
    for (let at = 0, frame = mp3FrameAt(plain, 0); frame !== undefined; frame = mp3FrameAt(plain, at)) {
      free[at + 2] &= 0x0f;
      at += frame.frameBytes;
    }
    expect(await sniffContainer(memoryFile(free))).toBe('mp3');
    expect(findMp3Frame(free)).toMatchObject({ offset: 0, frame: { bitRate: undefined } });
    const expected = await decodeWhole('mp3', plain);
    const { channels } = await decodeWhole('mp3', inPieces(free, [700, 1]));
    expect(channels[0].length).toBe(expected.channels[0].length);
    expect(largestDifference(channels[1], expected.channels[1])).toBe(0);
  });

  it('takes quiet sound without a header for no frames', async () => {
    const samples = Int16Array.from({ length: 200_000 }, (_, i) => Math.round(40 * Math.sin(i / 16) - 30));
    const bytes = new Uint8Array(samples.buffer);
    expect(await sniffContainer(memoryFile(bytes))).toBeUndefined();
    expect(await sniffContainer(memoryFile(new Uint8Array(9000).map((_, i) => (i % 4 < 2 ? 0xff : 0))))).toBe(
      undefined,
    );
  });
});
