import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrixOf } from '../matrix/matrix';
import { turnTowards } from './turnTowards';

/** Their mean is 0, as a map's centre means nothing. */
const places = [3, 1, -2, 0.5, 1, -4, 0, 2, -2, 0.5];
const mapOf = (values: number[]) => matrixOf(Float32Array.from(values), 2);

describe('turnTowards', () => {
  it('undoes any turn and mirroring, whatever the size', () => {
    fc.assert(
      fc.property(fc.double({ min: -4, max: 4, noNaN: true }), fc.boolean(), (angle, mirrored) => {
        const turned = places.map((_, index) => {
          const [x, y] = [places[index - (index % 2)], places[index - (index % 2) + 1] * (mirrored ? -1 : 1)];
          return index % 2 === 0
            ? 3 * (Math.cos(angle) * x - Math.sin(angle) * y)
            : 3 * (Math.sin(angle) * x + Math.cos(angle) * y);
        });
        const back = turnTowards(mapOf(turned), mapOf(places));
        back.values.forEach((value, index) => expect(value).toBeCloseTo(3 * places[index], 4));
      }),
    );
  });
});
