import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FlacFrame, FlacFrames } from './flacFrames';
import { readFlacFrameHeader } from './flacFrameHeader';
import { anyFlacSound, type FlacSound, noise, writeFlacFrames } from '../testing/flac.testing';

/** The frames of a stream that comes in pieces of these sizes, taken in turn. */
function split(stream: Uint8Array, sizes = [65536]): FlacFrame[] {
  const frames = new FlacFrames();
  const found: FlacFrame[] = [];
  const keep = (part: Iterable<FlacFrame>) => {
    for (const frame of part) found.push({ ...frame, bytes: Uint8Array.from(frame.bytes) });
  };
  for (let at = 0, i = 0; at < stream.length; at += sizes[i++ % sizes.length]) {
    keep(frames.push(stream.subarray(at, at + sizes[i % sizes.length])));
  }
  keep(frames.flush());
  return found;
}

const hex = (frames: Uint8Array[]) => frames.map((bytes) => Buffer.from(bytes).toString('hex'));
const hexOf = (stream: Uint8Array, sizes?: number[]) => hex(split(stream, sizes).map(({ bytes }) => bytes));

const anySizes = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 5 });

/** Twelve frames of one channel of bytes, so that anything can be laid into them. */
const testSound: FlacSound = {
  channels: noise({ channelCount: 1, length: 1200, bitDepth: 8, seed: 3 }),
  bitDepth: 8,
  sampleRateHz: 44100,
  blockSizes: [100],
};

function headerOf(frame: Uint8Array): Uint8Array {
  return frame.subarray(0, readFlacFrameHeader(frame)?.headerBytes);
}

describe('FlacFrames', () => {
  it('finds every frame, however the stream is cut', () => {
    fc.assert(
      fc.property(anyFlacSound, anySizes, (sound, sizes) => {
        const frames = writeFlacFrames(sound);
        expect(hexOf(Buffer.concat(frames), sizes)).toEqual(hex(frames));
      }),
    );
  });

  it('tells of each frame whether it goes on from the one before', () => {
    const frames = writeFlacFrames({
      ...testSound,
      channels: noise({ ...testSound, channelCount: 1, length: 450, seed: 1 }),
    });
    const { 0: first, 2: third, 3: fourth, 4: short } = frames;
    const found = split(Buffer.concat([first, third, fourth, short]));
    expect(found.map(({ isExpected }) => isExpected)).toEqual([false, false, true, false]);
  });

  it('is not misled by what looks like the header of another frame', () => {
    const anyOther = fc.integer({ min: 0, max: 2 ** 31 - 1 });
    fc.assert(
      fc.property(anyOther, fc.nat({ max: 11 }), fc.nat({ max: 80 }), (number, index, at) => {
        fc.pre(number !== index + 1);
        const decoy = headerOf(writeFlacFrames({ ...testSound, firstNumber: number })[0]);
        const samples = [...testSound.channels[0]];
        decoy.forEach((byte, i) => (samples[100 * index + at + i] = (byte << 24) >> 24));
        const frames = writeFlacFrames({ ...testSound, channels: [samples] });
        expect(hexOf(Buffer.concat(frames))).toEqual(hex(frames));
      }),
    );
  });

  it('finds frames that are all numbered the same', () => {
    const [frame] = writeFlacFrames(testSound);
    expect(hexOf(Buffer.concat([frame, frame, frame]))).toEqual(hex([frame, frame, frame]));
  });

  it('goes on after what is missing or damaged, which comes as the tail of the frame before', () => {
    const anyHole = fc.record({ hole: fc.nat(), junk: fc.uint8Array({ maxLength: 3000 }) });
    fc.assert(
      fc.property(anyFlacSound, anyHole, anySizes, (sound, { hole, junk }, sizes) => {
        const frames = writeFlacFrames(sound);
        const at = hole % frames.length;
        const stream = Buffer.concat(frames.with(at, junk));
        const expected = frames.flatMap((frame, i) =>
          i === at ? [] : i === at - 1 ? [Buffer.concat([frame, junk])] : [frame],
        );
        expect(hexOf(stream, sizes)).toEqual(hex(expected));
      }),
    );
  });

  it('finds nothing in noise', () => {
    const [bytes] = noise({ channelCount: 1, length: 100_000, bitDepth: 8, seed: 5 });
    expect(split(Uint8Array.from(bytes))).toEqual([]);
  });

  it('does not hold more than the largest frame while it looks for the next', () => {
    const [first, second] = writeFlacFrames(testSound);
    const frames = new FlacFrames();
    const junk = new Uint8Array(1 << 16);
    let heldBytes = 0;
    let given = [...frames.push(first)];
    for (; given.length === 0; heldBytes += junk.length) given = [...frames.push(junk)];
    expect(heldBytes).toBeLessThan(2 ** 21 + 2 ** 17);
    for (let i = 0; i < 100; i++) given.push(...frames.push(junk));
    given.push(...frames.push(second), ...frames.flush());
    expect(given.length).toBe(2);
    expect(hex([given[1].bytes])).toEqual(hex([second]));
  });
});
