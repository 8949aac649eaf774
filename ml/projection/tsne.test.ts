import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Matrix, matrixOf } from '../matrix/matrix';
import { createRandom } from '../random';
import { conditionalProbabilities } from './conditionalProbabilities';
import { jointProbabilities } from './jointProbabilities';
import { klDivergence } from './klDivergence';
import { nearestNeighbours } from './nearestNeighbours';
import { exactRepulsion } from './repulsion';
import { treeRepulsion } from './treeRepulsion';
import { trustworthiness } from './trustworthiness';
import { tsneGradient } from './tsneGradient';
import { tsneLayout, tsneReach } from './tsneLayout';

interface EndState {
  count: number;
  divergence: number;
  trustworthiness: number;
}

/** What reference/tsne.py wrote of handwritten digits. */
const reference = JSON.parse(readFileSync(new URL('reference/tsne.json', import.meta.url), 'utf8')) as {
  columns: number;
  digits: string;
  perplexity: number;
  reach: number;
  probabilities: number[][];
  exact: EndState;
  tree: EndState;
};
const { columns, perplexity } = reference;

/** The first digits, brightness 0 to 16 of each of their 64 places. */
const digits = (count: number): Matrix =>
  matrixOf(
    Float32Array.from({ length: count * columns }, (_, at) => reference.digits.charCodeAt(at) - 97),
    columns,
  );

const neighboursOf = (points: Matrix) => nearestNeighbours(points, tsneReach(points.rows, perplexity));

function jointOf(points: Matrix) {
  const neighbours = neighboursOf(points);
  return jointProbabilities(neighbours, conditionalProbabilities(neighbours, perplexity));
}

/** Places of a map that look random, two of them on one spot. */
function placesOf(count: number, seed: number, spread: number): Float64Array {
  const random = createRandom(seed, 'places');
  const places = Float64Array.from({ length: 2 * count }, () => spread * random.bell());
  places.copyWithin(0, 2, 4);
  return places;
}

describe('the probabilities of neighbours', () => {
  it('are those of scikit-learn', () => {
    const points = digits(reference.exact.count);
    const { indices, reach, ...rest } = neighboursOf(points);
    const conditional = conditionalProbabilities({ indices, reach, ...rest }, perplexity);
    reference.probabilities.forEach((wanted, row) => {
      for (let place = 0; place < reach; place++) {
        const other = indices[row * reach + place];
        expect(conditional[row * reach + place]).toBeCloseTo(wanted[other < row ? other : other - 1], 6);
      }
    });
  });

  it('have the perplexity asked for, and the joint ones are symmetric and sum to 1', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1000 }),
        fc.double({ min: 2, max: 14, noNaN: true }),
        (seed, asked) => {
          const points = matrixOf(Float32Array.from(placesOf(60, seed, 100)), 3);
          const neighbours = nearestNeighbours(points, 20);
          const conditional = conditionalProbabilities(neighbours, asked);
          for (let row = 0; row < points.rows; row++) {
            const entropy = conditional
              .subarray(row * 20, (row + 1) * 20)
              .reduce((sum, p) => sum - (p > 0 ? p * Math.log(p) : 0), 0);
            expect(Math.exp(entropy)).toBeCloseTo(asked, 3);
          }
          const { starts, others, values } = jointProbabilities(neighbours, conditional);
          expect(values.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
          const listed = new Map<string, number>();
          for (let row = 0; row < points.rows; row++)
            for (let at = starts[row]; at < starts[row + 1]; at++)
              listed.set(`${row} ${others[at]}`, values[at]);
          expect(listed.size).toBe(values.length);
          for (const [pair, p] of listed)
            expect(listed.get(pair.split(' ').reverse().join(' '))).toBeCloseTo(p, 12);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('are equal where all rows are, and refused where there are not that many neighbours', () => {
    const alike = nearestNeighbours(matrixOf(new Float32Array(20).fill(3), 2), 5);
    conditionalProbabilities(alike, 3).forEach((p) => expect(p).toBeCloseTo(0.2, 12));
    expect(() => conditionalProbabilities(alike, 5)).toThrow('invalid perplexity: 5 (between 1 and 5');
  });
});

describe('the gradient', () => {
  it('is how the divergence changes with each place', () => {
    const points = digits(40);
    const neighbours = nearestNeighbours(points, 39);
    const joint = jointProbabilities(neighbours, conditionalProbabilities(neighbours, 8));
    const places = placesOf(40, 3, 2);
    const gradient = new Float64Array(80);
    tsneGradient(places, gradient, { joint, repulsion: exactRepulsion, exaggeration: 1 });
    const divergenceAt = (at: number, by: number) => {
      const moved = Array.from(places, (value, index) => (index === at ? value + by : value));
      return klDivergence(joint, matrixOf(Float32Array.from(moved), 2));
    };
    for (const at of [0, 1, 17, 44, 79]) {
      const slope = (divergenceAt(at, 0.02) - divergenceAt(at, -0.02)) / 0.04;
      expect(gradient[at]).toBeCloseTo(slope, 4);
    }
  });

  it('by a tree is near the exact one, and equal to it where nothing is taken together', () => {
    const cases = fc.record({
      seed: fc.integer({ min: 0, max: 1000 }),
      count: fc.integer({ min: 2, max: 300 }),
      spread: fc.constantFrom(1e-4, 1, 30),
    });
    fc.assert(
      fc.property(cases, ({ seed, count, spread }) => {
        const places = placesOf(count, seed, spread);
        const forces = [exactRepulsion, treeRepulsion(0), treeRepulsion()].map((repulsion) => {
          const force = new Float64Array(2 * count);
          return { sum: repulsion(places, force), force };
        });
        const [exact, whole, together] = forces;
        const size = Math.hypot(...exact.force) + 1e-12;
        const awayFrom = (force: Float64Array) =>
          Math.hypot(...force.map((value, at) => value - exact.force[at])) / size;
        expect(whole.sum / exact.sum).toBeCloseTo(1, 9);
        expect(awayFrom(whole.force)).toBeLessThan(1e-6);
        expect(Math.abs(together.sum / exact.sum - 1)).toBeLessThan(0.03);
        expect(awayFrom(together.force)).toBeLessThan(0.06);
      }),
      { numRuns: 50 },
    );
  });
});

describe('tsneLayout', () => {
  const end = ({ count }: EndState, onProgress?: (share: number) => void) => {
    const points = digits(count);
    const map = tsneLayout(points, { neighbours: neighboursOf(points), perplexity }, onProgress);
    return {
      map,
      divergence: klDivergence(jointOf(points), map),
      trustworthiness: trustworthiness(points, map, reference.reach),
    };
  };

  it('ends as near its aim as scikit-learn, every pair looked at', () => {
    const shares: number[] = [];
    const { map, ...reached } = end(reference.exact, (share) => shares.push(share));
    expect(reached.divergence).toBeLessThan(1.01 * reference.exact.divergence);
    expect(reached.trustworthiness).toBeGreaterThan(reference.exact.trustworthiness - 0.002);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
    expect(end(reference.exact).map.values).toEqual(map.values);
  });

  it('ends as near its aim as scikit-learn by a tree of cells', () => {
    const reached = end(reference.tree);
    expect(reached.divergence).toBeLessThan(1.02 * reference.tree.divergence);
    expect(reached.trustworthiness).toBeGreaterThan(reference.tree.trustworthiness - 0.002);
  });

  it('stayed where it began, or ended far from its aim, where there are few rows', () => {
    for (const count of [36, 60, 120]) {
      const points = digits(count);
      const neighbours = nearestNeighbours(points, count - 1);
      const asked = Math.min(30, Math.floor((count - 1) / 3));
      const map = tsneLayout(points, { neighbours, perplexity: asked });
      const joint = jointProbabilities(neighbours, conditionalProbabilities(neighbours, asked));
      expect(klDivergence(joint, map)).toBeLessThan(0.18);
      expect(trustworthiness(points, map, reference.reach)).toBeGreaterThan(0.8);
    }
  });

  it('ends when its progress is answered by an error', () => {
    const points = digits(20);
    const shares: number[] = [];
    const stop = (share: number) => {
      shares.push(share);
      if (shares.length === 3) throw new Error('stopped');
    };
    const asked = { neighbours: nearestNeighbours(points, 19), perplexity: 5 };
    expect(() => tsneLayout(points, asked, stop)).toThrow('stopped');
    expect(shares).toHaveLength(3);
  });

  it('leaves rows that are all alike together, without a number that is none', () => {
    const alike = matrixOf(new Float32Array(24).fill(1), 2);
    const map = tsneLayout(alike, { neighbours: nearestNeighbours(alike, 11), perplexity: 3 });
    for (const value of map.values) expect(Number.isFinite(value)).toBe(true);
  });
});
