import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import { weightedSums } from './weightedSums';

describe('weightedSums', () => {
  it('sums rows by both lists of weights, over any number of tracks and rows', () => {
    const tracks = fc.constantFrom(1, 3, 2047, 2048, 5000);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 11 }), tracks, fc.nat(), (count, length, seed) => {
        const random = createRandom(seed, 'sums');
        const rows = Array.from({ length: count }, () =>
          Float32Array.from({ length }, () => random.between(-1, 1)),
        );
        const weights = () => Float64Array.from({ length: count }, () => random.between(-1, 1));
        const both = { valence: weights(), arousal: weights() };
        const sums = weightedSums(rows, both);
        for (const axis of ['valence', 'arousal'] as const) {
          for (const track of [0, length >> 1, length - 1]) {
            const wanted = rows.reduce((sum, row, index) => sum + both[axis][index] * row[track], 0);
            expect(sums[axis][track]).toBeCloseTo(wanted, 12);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
