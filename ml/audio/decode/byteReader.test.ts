import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader } from './byteReader';
import { inPieces } from '../testing/decode.testing';
import { anySplit } from '../testing/pcm.testing';

const anyStep = fc.record({
  do: fc.constantFrom('take', 'skip', 'peek'),
  length: fc.integer({ min: 0, max: 40 }),
});

describe('ByteReader', () => {
  it('takes, skips and puts back the bytes of the stream in order, however it is split', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        anySplit,
        fc.array(anyStep),
        async (bytes, split, steps) => {
          const reader = new ByteReader(inPieces(bytes, split));
          let at = 0;
          for (const step of steps) {
            const expected = bytes.subarray(at, at + step.length);
            if (step.do === 'skip') {
              await reader.skip(step.length);
            } else {
              const taken = await reader.take(step.length);
              expect([...taken]).toEqual([...expected]);
              if (step.do === 'peek') reader.unread(taken);
            }
            if (step.do !== 'peek') at += expected.length;
          }
          expect(await reader.isAtEnd()).toBe(at >= bytes.length);
        },
      ),
    );
  });

  it('cuts the rest into pieces of one size, or passes it on as it comes', async () => {
    const stream = inPieces(
      Uint8Array.from({ length: 14 }, (_, i) => i),
      [3],
    );
    const reader = new ByteReader(stream);
    await reader.skip(1);
    const pieces: number[][] = [];
    for await (const piece of reader.pieces(4, 6)) pieces.push([...piece]);
    for await (const piece of reader.rest()) pieces.push([...piece]);
    expect(pieces).toEqual([
      [1, 2, 3, 4],
      [5, 6],
      [7, 8],
      [9, 10, 11],
      [12, 13],
    ]);
  });
});
