import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubleMatrixOf, type DoubleMatrix } from '../linear/doubleMatrix';
import { createRandom } from '../random';
import { pairedTest } from './pairedTest';
import { repeatedMeasuresAnova, type AnovaEffect } from './repeatedMeasuresAnova';

/** What reference/anova.py wrote: [participant][feature][piece], and the effects. */
const reference = JSON.parse(readFileSync(new URL('reference/anova.json', import.meta.url), 'utf8')) as {
  cases: { cells: number[][][]; effects: AnovaEffect[] }[];
  paired: { one: number[]; other: number[]; t: number; p: number; cohenDz: number };
};
const factorsOf = (cells: number[][][]) =>
  [
    { name: 'feature', levels: cells[0].length },
    { name: 'piece', levels: cells[0][0].length },
  ].filter(({ levels }) => levels > 1);

function expectEffect(effect: AnovaEffect, expected: AnovaEffect) {
  for (const [name, value] of Object.entries(expected)) {
    const told = effect[name as keyof AnovaEffect];
    if (typeof value !== 'number') expect(told).toBe(value);
    else expect(Math.abs(Number(told) - value)).toBeLessThan(1e-9 * Math.max(1, value));
  }
}

function noiseOf(participants: number, columns: number, seed: number): DoubleMatrix {
  const random = createRandom(seed, 'cells');
  return doubleMatrixOf(
    Float64Array.from({ length: participants * columns }, () => random.bell()),
    columns,
  );
}

describe('repeatedMeasuresAnova', () => {
  it('is that of pingouin and statsmodels, with one factor and two', () => {
    for (const { cells, effects } of reference.cases) {
      const found = repeatedMeasuresAnova(
        doubleMatrixOf(Float64Array.from(cells.flat(2)), cells[0].flat().length),
        factorsOf(cells),
      );
      expect(found).toHaveLength(effects.length);
      found.forEach((effect, index) => expectEffect(effect, effects[index]));
    }
  });

  it('is Jamovi’s published table of nine people by four conditions', () => {
    const complete = [
      [4.3, 5.3, 4.8, 6.3],
      [3.9, 2.3, 5.6, 4.3],
      [5.1, 4.2, 6.0, 6.3],
      [3.8, 3.6, 4.8, 6.8],
      [3.8, 5.4, 5.1, 6.3],
      [4.5, 3.0, 7.7, 5.8],
      [3.7, 7.1, 5.5, 4.8],
      [4.4, 4.7, 4.2, 5.5],
      [3.7, 3.0, 4.0, 7.1],
    ];
    const [effect] = repeatedMeasuresAnova(doubleMatrixOf(Float64Array.from(complete.flat()), 4), [
      { name: 'condition', levels: 4 },
    ]);
    expect(effect).toMatchObject({ effect: 'condition', degrees: 3, errorDegrees: 24 });
    expect(effect.f).toBeCloseTo(5.200651551178596, 10);
    expect(effect.p).toBeCloseTo(0.006557141894471566, 10);
    expect(effect.greenhouseGeisser).toBeCloseTo(0.6943293313020844, 10);
    expect(effect.huynhFeldt).toBeCloseTo(0.9434318046512425, 10);
    expect(effect.mauchlyW).toBeCloseTo(0.3067837341416834, 10);
    expect(effect.pGreenhouseGeisser).toBeCloseTo(0.016699307336850495, 10);
    expect(effect.generalisedEtaSquared).toBeCloseTo(0.34639231824417, 10);
    expect(effect.partialEtaSquared).toBeCloseTo(0.39396930757666015, 10);
  });

  it('is the paired t test squared with two levels', () => {
    const cells = noiseOf(9, 2, 4);
    const [effect] = repeatedMeasuresAnova(cells, [{ name: 'side', levels: 2 }]);
    const column = (at: number) => cells.values.filter((_, index) => index % 2 === at);
    const { t, p } = pairedTest(column(0), column(1));
    expect(effect.f).toBeCloseTo(t ** 2, 10);
    expect(effect.p).toBeCloseTo(p, 12);
    expect(effect).toMatchObject({ mauchlyW: null, mauchlyP: null, greenhouseGeisser: 1, huynhFeldt: 1 });
  });

  it('does not mind units, who people are, nor the order of levels, and keeps epsilons within their bounds', () => {
    const sizes = fc.record({
      participants: fc.integer({ min: 2, max: 12 }),
      features: fc.integer({ min: 2, max: 4 }),
      seed: fc.integer({ min: 0, max: 1000 }),
    });
    fc.assert(
      fc.property(sizes, ({ participants, features, seed }) => {
        const cells = noiseOf(participants, features * 2, seed);
        const factors = [
          { name: 'feature', levels: features },
          { name: 'piece', levels: 2 },
        ];
        const effects = repeatedMeasuresAnova(cells, factors);
        // Reversed, the features, the pieces and the people all come the other way round.
        const moved = { ...cells, values: cells.values.toReversed().map((value) => 7 - 3 * value) };
        repeatedMeasuresAnova(moved, factors).forEach((effect, index) => {
          expect(effect.f / effects[index].f).toBeCloseTo(1, 6);
          expect(effect.greenhouseGeisser).toBeCloseTo(effects[index].greenhouseGeisser, 8);
          expect(effect.generalisedEtaSquared).toBeCloseTo(effects[index].generalisedEtaSquared, 8);
        });
        for (const { degrees, greenhouseGeisser, huynhFeldt, mauchlyW } of effects) {
          expect(greenhouseGeisser).toBeGreaterThanOrEqual(1 / degrees - 1e-9);
          expect(huynhFeldt).toBeGreaterThanOrEqual(greenhouseGeisser);
          expect(huynhFeldt).toBeLessThanOrEqual(1);
          if (mauchlyW !== null) expect(mauchlyW).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('refuses cells that do not fit, and people who do not differ', () => {
    const three = [{ name: 'feature', levels: 3 }];
    expect(() => repeatedMeasuresAnova(noiseOf(5, 4, 1), three)).toThrow(
      'invalid cells: 4 of 5 participants (3',
    );
    expect(() => repeatedMeasuresAnova(noiseOf(1, 3, 1), three)).toThrow(
      'invalid cells: 3 of 1 participants',
    );
    const alike = doubleMatrixOf(Float64Array.of(1, 2, 3, 1, 2, 3), 3);
    expect(() => repeatedMeasuresAnova(alike, three)).toThrow('participants do not differ in feature');
  });
});

describe('pairedTest', () => {
  it('is pingouin’s', () => {
    const { one, other, t, p, cohenDz } = reference.paired;
    const test = pairedTest(one, other);
    expect(test.t).toBeCloseTo(t, 10);
    expect(test.p).toBeCloseTo(p, 10);
    expect(test.cohenDz).toBeCloseTo(cohenDz, 10);
    expect(pairedTest(other, one)).toMatchObject({ t: -test.t, p: test.p, difference: -test.difference });
  });

  it('refuses a single pair, and differences that are all the same', () => {
    expect(() => pairedTest([1], [2])).toThrow('invalid pairs: 1');
    expect(() => pairedTest([1, 2, 3], [2, 3, 4])).toThrow('invalid pairs: 3, which differ by -1 each');
  });
});
