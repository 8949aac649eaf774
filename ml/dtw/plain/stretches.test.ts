import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slantedBand } from '../band';
import { dtwCostTo } from './dtw';
import { LengthNode } from './lengthTree';
import { layersOf, sequenceOf } from '../sequence';
import { Stretches } from './stretches';

const lengths = { shortest: 8, longest: 14 };
const trajectory = (length: number) => {
  const values = fc
    .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: length, maxLength: length })
    .map((numbers) => Float32Array.from(numbers));
  return fc.record({ valence: values, arousal: values });
};

const situations = fc.record({
  drawing: trajectory(11),
  curve: trajectory(20),
  start: fc.integer({ min: 0, max: 12 }),
  blend: fc.constantFrom(0, 0.4, 1),
  band: fc.double({ min: 0.1, max: 0.5, noNaN: true }),
});

describe('Stretches', () => {
  it('cuts out stretches with the shape of each', () => {
    fc.assert(
      fc.property(situations, ({ curve, start, blend }) => {
        const comparison = { blend, weights: { valence: 1, arousal: 2 } };
        const stretches = new Stretches(curve, layersOf(comparison), lengths);
        stretches.moveTo(start);
        const cut = (values: Float32Array) => values.slice(start, start + lengths.shortest);
        const expected = sequenceOf({ valence: cut(curve.valence), arousal: cut(curve.arousal) }, comparison);
        const { values, dimensions } = stretches.sequence(lengths.shortest, new Float32Array(100));
        expect(dimensions).toBe(expected.dimensions);
        expected.values.forEach((value, at) => expect(values[at]).toBeCloseTo(value, 5));
      }),
    );
  });

  it('bounds what every stretch of the lengths costs, by points and by a table with an open end', () => {
    fc.assert(
      fc.property(situations, ({ drawing, curve, start, blend, band }) => {
        const comparison = { blend, weights: { valence: 1, arousal: 2 } };
        const query = sequenceOf(drawing, comparison);
        const costOf = dtwCostTo(query);
        const node = new LengthNode({ query, band }, lengths.shortest, lengths.longest);
        const stretches = new Stretches(curve, layersOf(comparison), lengths);
        stretches.moveTo(start);
        const bound = stretches.bound(node, Infinity);
        const available = Math.min(lengths.longest, 20 - start);
        const whole = stretches.sequence(available, new Float32Array(100));
        const openEnd = costOf(whole, node.band, { cutoff: Infinity, earliestEnd: lengths.shortest - 1 });
        for (let length = lengths.shortest; length <= available; length++) {
          const stretch = stretches.sequence(length, new Float32Array(100));
          const cost = costOf(stretch, slantedBand(length, query.length, band));
          expect(bound).toBeLessThanOrEqual(cost + 1e-9);
          if (blend === 0) expect(openEnd).toBeLessThanOrEqual(cost + 1e-9);
        }
      }),
      { numRuns: 300 },
    );
  });
});
