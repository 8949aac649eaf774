import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FrameChunk, FrameChunks } from './frameChunks';

const bands = 96;

/** Frames that say their own number in every band. */
function numbered(from: number, count: number): Float32Array {
  return Float32Array.from({ length: count * bands }, (_, i) => from + Math.floor(i / bands));
}

function chunksOf(pieces: readonly number[]): FrameChunk[] {
  const chunks = new FrameChunks();
  const found: FrameChunk[] = [];
  let from = 0;
  for (const count of pieces) {
    found.push(...chunks.push(numbered(from, count)));
    from += count;
  }
  const last = chunks.finish();
  return last ? [...found, last] : found;
}

describe('chunks of frames', () => {
  it('keep every half second of a track once and in order, with its frames in their places', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9000 }), { minLength: 1, maxLength: 6 }), (pieces) => {
        const total = pieces.reduce((sum, count) => sum + count, 0);
        let halfSecond = 0;
        for (const { frames, skip, keep } of chunksOf(pieces)) {
          expect((frames.length / bands) % 125).toBe(0);
          const first = (halfSecond - skip) * 31.25;
          expect(first % 500).toBe(0);
          const end = Math.min(total, first + frames.length / bands);
          expect(frames[0]).toBe(first);
          expect(frames[(end - first - 1) * bands]).toBe(end - 1);
          if (halfSecond > 0) expect(skip).toBeGreaterThanOrEqual(16);
          halfSecond += keep;
          const heardAfter = first + frames.length / bands - halfSecond * 31.25;
          expect(heardAfter >= 125 || end === total).toBe(true);
        }
        expect(halfSecond).toBe(4 * Math.ceil(total / 125));
      }),
      { numRuns: 40 },
    );
  });

  it('fall the same however the frames come', () => {
    expect(chunksOf([3000, 1, 7000, 4999])).toEqual(chunksOf([15_000]));
  });

  it('fill the end with silence', () => {
    const [{ frames }] = chunksOf([130]);
    expect(frames.length).toBe(250 * bands);
    expect(frames.subarray(130 * bands).every((value) => value === 0)).toBe(true);
  });
});
