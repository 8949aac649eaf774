import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { easedEnds } from './easedEnds';

const loud = (count: number) => new Array<number>(count).fill(1);
const still = (count: number, value = 0) => new Array<number>(count).fill(value);
const eased = (movement: number[], levels: number[]) => [
  ...easedEnds(Float64Array.from(movement), Float64Array.from(levels)),
];

describe('easedEnds', () => {
  it('takes a fade for what is heard behind it, the more the fainter it is', () => {
    const movement = [2, 2, 2, ...still(20, 0.2)];
    const [silent, faint, half, next] = eased(movement, [0, 0.1, 0.25, ...loud(20)]);
    expect(silent).toBeCloseTo(0.2, 12);
    expect(faint).toBeCloseTo(0.2 + 0.2 * 1.8, 12);
    expect(half).toBeCloseTo(0.2 + 0.5 * 1.8, 12);
    expect(next).toBe(0.2);
  });

  it('eases the end as it eases the start', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.double({ min: -2, max: 2, noNaN: true }), fc.double({ min: 0, max: 2, noNaN: true })),
          {
            minLength: 60,
            maxLength: 80,
          },
        ),
        (rows) => {
          const [movement, levels] = [rows.map(([moved]) => moved), rows.map(([, level]) => level)];
          const backwards = eased(movement.toReversed(), levels.toReversed()).reverse();
          eased(movement, levels).forEach((value, index) => expect(value).toBeCloseTo(backwards[index], 12));
        },
      ),
    );
  });

  it('leaves a track that begins and ends at full level alone, and rests within it', () => {
    const movement = Array.from({ length: 40 }, (_, index) => Math.sin(index));
    const rest = loud(40).fill(0, 12, 20);
    expect(eased(movement, loud(40))).toEqual(movement);
    expect(eased(movement, rest)).toEqual(movement);
  });

  it('takes a long quiet beginning for what it is, but for its first ten seconds', () => {
    const movement = Array.from({ length: 200 }, (_, index) => Math.sin(index / 7));
    const levels = [...new Array<number>(60).fill(0.1), ...loud(140)];
    expect(eased(movement, levels).slice(20)).toEqual(movement.slice(20));
  });

  it('leaves silence and the shortest tracks as they are', () => {
    expect(eased([1, 2, 3], [0, 0, 0])).toEqual([1, 2, 3]);
    expect(eased([0.4], [1])).toEqual([0.4]);
  });
});
