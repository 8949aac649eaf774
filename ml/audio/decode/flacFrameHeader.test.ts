import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FlacFrameHeader, isNext, readFlacFrameHeader } from './flacFrameHeader';
import { anyFlacSound, crcOf, writeFlacFrames } from '../testing/flac.testing';

/** Appends the CRC-8. */
function checked(header: number[]): Uint8Array {
  return Uint8Array.from([...header, crcOf(Uint8Array.from(header), 8, 0x07)]);
}

describe('readFlacFrameHeader', () => {
  it("reads the header of the specification's first example (RFC 9639, appendix D.1)", () => {
    const frame = Buffer.from('fff869180000bf0358fd03128baa9a', 'hex');
    expect(readFlacFrameHeader(frame)).toEqual({
      headerBytes: 7,
      format: 0x942,
      isVariable: false,
      number: 0,
      blockSize: 1,
    });
  });

  it('reads what is written, whatever its numbers', () => {
    fc.assert(
      fc.property(anyFlacSound, (sound) => {
        const { isVariable = false, firstNumber = 0, channels, blockSizes } = sound;
        const header = readFlacFrameHeader(writeFlacFrames(sound)[0]);
        const blockSize = Math.min(blockSizes[0], channels[0].length);
        expect(header).toMatchObject({ isVariable, number: firstNumber, blockSize });
        expect((header?.format ?? 0) & 15).toBe(channels.length);
      }),
    );
  });

  it.each([
    [1, 192],
    [2, 576],
    [3, 1152],
    [4, 2304],
    [5, 4608],
    [8, 256],
    [9, 512],
    [10, 1024],
    [11, 2048],
    [12, 4096],
    [13, 8192],
    [14, 16384],
    [15, 32768],
  ])('reads code %i as blocks of %i samples', (code, blockSize) => {
    expect(readFlacFrameHeader(checked([0xff, 0xf8, (code << 4) | 9, 0x18, 5]))?.blockSize).toBe(blockSize);
  });

  it.each([
    { what: 'a size in one byte', rest: [0x69, 0x18, 0, 199], blockSize: 200 },
    { what: 'a size in two bytes', rest: [0x79, 0x18, 0, 0xff, 0xfe], blockSize: 65535 },
    { what: 'a rate in one byte', rest: [0xcc, 0x18, 0, 48], blockSize: 4096 },
    { what: 'a rate in two bytes', rest: [0xcd, 0x18, 0, 0xac, 0x44], blockSize: 4096 },
    { what: 'a rate in tens', rest: [0xce, 0x18, 0, 0xac, 0x44], blockSize: 4096 },
    { what: 'both', rest: [0x7d, 0x18, 0, 0x0f, 0xff, 0xac, 0x44], blockSize: 4096 },
  ])('reads a header with $what', ({ rest, blockSize }) => {
    const header = checked([0xff, 0xf8, ...rest]);
    expect(readFlacFrameHeader(header)).toMatchObject({ blockSize, headerBytes: header.length });
  });

  it.each([
    ['another sync code', [0xff, 0xfa, 0xc9, 0x18, 0]],
    ['a reserved size', [0xff, 0xf8, 0x09, 0x18, 0]],
    ['a reserved rate', [0xff, 0xf8, 0xcf, 0x18, 0]],
    ['reserved channels', [0xff, 0xf8, 0xc9, 0xb8, 0]],
    ['a reserved depth', [0xff, 0xf8, 0xc9, 0x16, 0]],
    ['the reserved bit', [0xff, 0xf8, 0xc9, 0x19, 0]],
    ['a block of 65536 samples', [0xff, 0xf8, 0x79, 0x18, 0, 0xff, 0xff]],
    ['a number that begins like the rest of one', [0xff, 0xf8, 0xc9, 0x18, 0x80]],
    ['a number that ends early', [0xff, 0xf8, 0xc9, 0x18, 0xc3, 0x30]],
    ['a number of more than 36 bits', [0xff, 0xf8, 0xc9, 0x18, 0xff, ...new Array<number>(7).fill(0x80)]],
  ])('refuses %s', (_, header) => {
    expect(readFlacFrameHeader(checked(header))).toBeUndefined();
  });

  it('refuses a header that is cut off or has a wrong CRC-8', () => {
    fc.assert(
      fc.property(anyFlacSound, fc.integer({ min: 1, max: 255 }), (sound, change) => {
        const [frame] = writeFlacFrames(sound);
        const headerBytes = readFlacFrameHeader(frame)?.headerBytes ?? 0;
        for (let length = 0; length < headerBytes; length++) {
          expect(readFlacFrameHeader(frame.subarray(0, length))).toBeUndefined();
        }
        frame[headerBytes - 1] ^= change;
        expect(readFlacFrameHeader(frame)).toBeUndefined();
      }),
    );
  });
});

describe('isNext', () => {
  const fixed: FlacFrameHeader = {
    headerBytes: 7,
    format: 0x942,
    isVariable: false,
    number: 7,
    blockSize: 4096,
  };
  const variable = { ...fixed, isVariable: true };

  it('counts frames, or samples where blocks differ in size', () => {
    expect(isNext(fixed, { ...fixed, number: 8 })).toBe(true);
    expect(isNext(variable, { ...variable, number: 7 + 4096, blockSize: 192 })).toBe(true);
  });

  it.each<[string, Partial<FlacFrameHeader>]>([
    ['the same number', {}],
    ['a later number', { number: 9 }],
    ['another format', { number: 8, format: 0x941 }],
    ['another block size', { number: 8, blockSize: 192 }],
    ['another way of counting', { number: 8, isVariable: true }],
  ])('is not so with %s', (_, change) => {
    expect(isNext(fixed, { ...fixed, ...change })).toBe(false);
  });
});
