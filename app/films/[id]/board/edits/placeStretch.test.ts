import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importanceSamples } from '@/ml/film/importanceStretch';
import { placeStretch } from './placeStretch';

const stretch = fc
  .tuple(fc.nat(98), fc.integer({ min: 1, max: 99 }), fc.constantFrom<number[]>(0, 0.5, 2, 4))
  .filter(([start, end]) => start < end)
  .map(([start, end, weight]) => ({ start, end, weight }));

describe('placeStretch', () => {
  it('counts as one stretch laid over the others does, with none over another', () => {
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 8 }), stretch, (given, last) => {
        const others = given.reduce<typeof given>(
          (placed, next) => placeStretch(placed, next).importance,
          [],
        );
        const { importance, place } = placeStretch(others, last);
        expect(importance[place]).toEqual(last);
        importance.forEach(({ start }, index) => {
          if (index > 0) expect(start).toBeGreaterThanOrEqual(importance[index - 1].end);
        });
        const samples = { points: 100, hopSeconds: 1 };
        expect(importanceSamples(importance, samples)).toEqual(importanceSamples([...given, last], samples));
      }),
    );
  });

  it('divides what it lies within', () => {
    const { importance } = placeStretch([{ start: 0, end: 9, weight: 2 }], { start: 3, end: 5, weight: 0 });
    expect(importance.map(({ start, end, weight }) => [start, end, weight])).toEqual([
      ...[
        [0, 3, 2],
        [3, 5, 0],
        [5, 9, 2],
      ],
    ]);
  });
});
