import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Band, slantedBand, squareBand } from '../band';
import { dtwCostTo } from './dtw';
import { envelopeOf, keoghBound } from './envelope';
import { type Sequence } from '../sequence';
import { alignmentOf } from '../search/warpingPath';

const sequence = (length: number, dimensions: number): fc.Arbitrary<Sequence> =>
  fc
    .array(fc.double({ min: -1, max: 1, noNaN: true }), {
      minLength: length * dimensions,
      maxLength: length * dimensions,
    })
    .map((numbers) => ({ values: Float32Array.from(numbers), dimensions, offset: 0, length }));

/** Two sequences of one dimension count with a band between them that holds a path. */
const pairs = fc
  .tuple(
    fc.integer({ min: 1, max: 24 }),
    fc.integer({ min: 1, max: 24 }),
    fc.constantFrom(2, 4),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .chain(([queryLength, curveLength, dimensions, band]) =>
    fc.record({
      query: sequence(queryLength, dimensions),
      curve: sequence(curveLength, dimensions),
      band: fc.constantFrom(
        slantedBand(curveLength, queryLength, band),
        slantedBand(curveLength, queryLength, 1),
      ),
    }),
  );

const line = (numbers: number[]): Sequence => ({
  values: Float32Array.from(numbers.flatMap((number) => [number, 0])),
  dimensions: 2,
  offset: 0,
  length: numbers.length,
});

/** The recurrence as it is written in every textbook. */
function textbookCost(query: Sequence, curve: Sequence, band: Band): number {
  const { dimensions } = query;
  const cost = (i: number, j: number) => {
    let sum = 0;
    for (let d = 0; d < dimensions; d++) {
      sum += (curve.values[i * dimensions + d] - query.values[j * dimensions + d]) ** 2;
    }
    return sum;
  };
  const table: number[][] = [];
  const at = (i: number, j: number) => (i < 0 || j < 0 ? Infinity : table[i][j]);
  for (let i = 0; i < curve.length; i++) {
    table.push([]);
    for (let j = 0; j < query.length; j++) {
      const before = i === 0 && j === 0 ? 0 : Math.min(at(i - 1, j - 1), at(i, j - 1), at(i - 1, j));
      table[i].push(j >= band.low[i] && j <= band.high[i] ? before + cost(i, j) : Infinity);
    }
  }
  return table[curve.length - 1][query.length - 1];
}

describe('dtwCostTo', () => {
  it('warps the worked example: [1 2 3] and [2 3 4 5 6] cost 1 + 0 + 0 + 1 + 4 + 9', () => {
    expect(dtwCostTo(line([1, 2, 3]))(line([2, 3, 4, 5, 6]), slantedBand(5, 3, 1))).toBe(15);
  });

  it('equals the textbook recurrence, within any band', () => {
    fc.assert(
      fc.property(pairs, ({ query, curve, band }) => {
        const expected = textbookCost(query, curve, band);
        const cost = dtwCostTo(query)(curve, band);
        if (expected === Infinity) expect(cost).toBe(Infinity);
        else expect(cost).toBeCloseTo(expected, 9);
      }),
    );
  });

  it('gives up only where the cost exceeds the cutoff', () => {
    fc.assert(
      fc.property(pairs, fc.double({ min: 0, max: 20, noNaN: true }), ({ query, curve, band }, cutoff) => {
        const costOf = dtwCostTo(query);
        const remaining = new Float64Array(curve.length + 1);
        keoghBound(curve, envelopeOf(query, [band]), remaining);
        const cost = costOf(curve, band);
        const limited = costOf(curve, band, { cutoff, remaining });
        if (cost <= cutoff) expect(limited).toBe(cost);
        else expect([cost, Infinity]).toContain(limited);
        expect(costOf(curve, band, { cutoff: cost, remaining })).toBe(cost);
      }),
    );
  });

  it('is symmetric in a symmetric band, and 0 for a sequence and itself', () => {
    fc.assert(
      fc.property(
        sequence(20, 2),
        sequence(20, 2),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (a, b, width) => {
          const band = squareBand(20, width);
          expect(dtwCostTo(a)(b, band)).toBeCloseTo(dtwCostTo(b)(a, band), 9);
          expect(dtwCostTo(a)(a, band)).toBe(0);
        },
      ),
    );
  });
});

describe('keoghBound', () => {
  it('never exceeds the cost', () => {
    fc.assert(
      fc.property(pairs, ({ query, curve, band }) => {
        const bound = keoghBound(curve, envelopeOf(query, [band]), new Float64Array(curve.length + 1));
        expect(bound).toBeLessThanOrEqual(dtwCostTo(query)(curve, band) + 1e-9);
      }),
    );
  });
});

describe('alignmentOf', () => {
  it('goes from start to end in steps of the three kinds, within the band', () => {
    fc.assert(
      fc.property(pairs, ({ query, curve, band }) => {
        const alignment = alignmentOf(query, curve, { band });
        expect(alignment === undefined).toBe(dtwCostTo(query)(curve, band) === Infinity);
        if (!alignment) return;
        const { path } = alignment;
        expect(path[0]).toEqual([0, 0]);
        expect(path.at(-1)).toEqual([query.length - 1, curve.length - 1]);
        path.forEach(([j, i], place) => {
          expect(j >= band.low[i] && j <= band.high[i]).toBe(true);
          const [beforeJ, beforeI] = path[Math.max(place - 1, 0)];
          if (place > 0) expect(['1 1', '1 0', '0 1']).toContain(`${j - beforeJ} ${i - beforeI}`);
        });
      }),
    );
  });

  it('has the distance of the cost, and errors that add up to it', () => {
    fc.assert(
      fc.property(pairs, ({ query, curve, band }) => {
        const alignment = alignmentOf(query, curve, { band });
        if (!alignment) return;
        const { distance, path, error } = alignment;
        const cost = dtwCostTo(query)(curve, band);
        expect(distance).toBeCloseTo(Math.sqrt(cost / query.length), 9);
        expect(error).toHaveLength(query.length);
        const sum = path.reduce((total, [j]) => total + error[j] ** 2, 0);
        expect(sum).toBeCloseTo(cost, 9);
      }),
    );
  });

  it('knows when the band holds no path', () => {
    expect(alignmentOf(line([0, 1, 2]), line([0, 1]), { band: slantedBand(2, 3, 0) })).toBeUndefined();
  });
});

describe('slantedBand', () => {
  it('holds the pairs with |i n / m - j| <= band * n, those on the edge too', () => {
    const { low, high } = slantedBand(5, 4, 0.1);
    expect([...low]).toEqual([0, 1, 2, 2, 3]);
    expect([...high]).toEqual([0, 1, 2, 2, 3]);
  });
});

describe('squareBand', () => {
  it('holds the pairs with |i - j| <= round(band * count)', () => {
    const { low, high } = squareBand(64, 0.1);
    expect([low[0], low[6], low[7], low[63]]).toEqual([0, 0, 1, 57]);
    expect([high[0], high[57], high[58], high[63]]).toEqual([6, 63, 63, 63]);
  });
});
