import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeMarks, markPoint, nearestMark, partMarks } from './marks';
import { markOpacity, markRadius, splatMarks } from './splatMarks';

const affect = fc.double({ min: -1, max: 1, noNaN: true });
const ink = { red: 10, green: 20, blue: 30, opacity: 0.5 };

describe('marks', () => {
  it('reads what the server sends', () => {
    const base64 = (array: Int32Array | Float32Array) => Buffer.from(array.buffer).toString('base64');
    const marks = decodeMarks({
      idsBase64: base64(Int32Array.from([7, 9])),
      emotionsBase64: base64(Float32Array.from([0.5, -0.5, 1, 0])),
    });
    expect([...marks.ids]).toEqual([7, 9]);
    expect(markPoint(marks, 1)).toEqual({ valence: 1, arousal: 0 });
  });

  it('finds the nearest within reach, as looking at each does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(affect, affect)),
        fc.tuple(affect, affect),
        (points, [valence, arousal]) => {
          const marks = { ids: Int32Array.from(points.keys()), emotions: Float32Array.from(points.flat()) };
          const far = (index: number) =>
            Math.hypot(markPoint(marks, index).valence - valence, markPoint(marks, index).arousal - arousal);
          const found = nearestMark(marks, { valence, arousal }, 0.2);
          const within = [...points.keys()].filter((index) => far(index) <= 0.2 - 1e-9);
          if (found < 0) expect(within).toHaveLength(0);
          else for (const index of within) expect(far(found)).toBeLessThanOrEqual(far(index) + 1e-9);
        },
      ),
    );
  });
});

it('parts the marks of some tracks from those of all others', () => {
  const marks = { ids: Int32Array.from([3, 5, 9]), emotions: Float32Array.from([0, 1, 2, 3, 4, 5]) };
  const { within, without } = partMarks(marks, new Set([5, 77]));
  expect([[...within.ids], [...within.emotions]]).toEqual([[5], [2, 3]]);
  expect([[...without.ids], [...without.emotions]]).toEqual([
    [3, 9],
    [0, 1, 4, 5],
  ]);
});

describe('splatMarks', () => {
  it('draws a layer fainter than another', () => {
    const at = (strength: number) =>
      splatMarks([{ emotions: Float32Array.from([0, 0]), strength }], 9, { radius: 1, ink })[
        4 * (4 * 9 + 4) + 3
      ];
    expect(at(0.2)).toBeGreaterThan(0);
    expect(at(0.2)).toBeLessThan(at(1) / 2);
  });

  it('inks the middle of a mark and nothing far from it', () => {
    const side = 21;
    const pixels = splatMarks([{ emotions: Float32Array.from([0, 0]), strength: 1 }], side, {
      radius: 2,
      ink,
    });
    const at = (row: number, column: number) => [
      ...pixels.subarray((row * side + column) * 4).subarray(0, 4),
    ];
    expect(at(10, 10)).toEqual([10, 20, 30, 128]);
    expect(at(10, 14)).toEqual([0, 0, 0, 0]);
  });

  it('grows denser where marks overlap, never past opaque', () => {
    const twice = splatMarks([{ emotions: Float32Array.from([0, 0, 0, 0]), strength: 1 }], 9, {
      radius: 1,
      ink,
    });
    expect(twice[(4 * 9 + 4) * 4 + 3]).toBe(191);
  });

  it('survives marks on the rim and beyond', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.double({ min: -2, max: 2, noNaN: true }), affect)), (points) => {
        const pixels = splatMarks([{ emotions: Float32Array.from(points.flat()), strength: 1 }], 16, {
          radius: 2.5,
          ink,
        });
        expect(pixels).toHaveLength(16 * 16 * 4);
      }),
    );
    const corner = splatMarks([{ emotions: Float32Array.from([1, 1]), strength: 1 }], 16, { radius: 2, ink });
    expect(corner[15 * 4 + 3]).toBeGreaterThan(0);
  });

  it('draws smaller and fainter marks for larger libraries', () => {
    expect(markRadius(10)).toBeGreaterThan(markRadius(100_000));
    expect(markRadius(1e9)).toBe(1);
    expect(markOpacity(800)).toBeGreaterThan(markOpacity(100_000));
  });
});
