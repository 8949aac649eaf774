import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changes, type Change } from './changes';
import { firstPrincipalComponent } from './firstPrincipalComponent';
import { expectNear, matrixOf, seriesOf, seriesReference } from './testing/seriesReference.testing';

const space = seriesOf(12, 4);
const { signed, euclidean, cosine, weights, principal } = seriesReference.changes;
const names = Object.keys(changes) as Change[];

describe('changes', () => {
  it('are those of numpy, scipy and scikit-learn, the first repeating the second', () => {
    const absolute = signed.map((row) => row.map(Math.abs));
    expectNear(changes.signed(space).values, [...signed[0], ...signed.flat()], 1e-12);
    expectNear(changes.absolute(space).values, [...absolute[0], ...absolute.flat()], 1e-12);
    expectNear(changes.euclidean(space).values, [euclidean[0], ...euclidean], 1e-12);
    expectNear(changes.cosine(space).values, [cosine[0], ...cosine], 1e-12);
    expectNear(changes.principal(space).values, [principal[0], ...principal], 1e-9);
  });

  it('are as many as the samples, also of one or none', () => {
    for (const name of names) {
      expect(changes[name](space).rows).toBe(12);
      expect(changes[name](matrixOf(1, 4, () => 2)).values.every((value) => value === 0)).toBe(true);
      expect(changes[name](matrixOf(0, 4, () => 0)).rows).toBe(0);
    }
  });

  it('are nothing where nothing changes, and do not mind a common level, save for angles', () => {
    for (const name of names)
      for (const value of changes[name](matrixOf(6, 3, (_, column) => column + 1)).values)
        expect(value).toBeCloseTo(0, 12);
    const raised = { ...space, values: space.values.map((value) => value + 3) };
    for (const name of names.filter((name) => name !== 'cosine'))
      expectNear(changes[name](raised).values, Array.from(changes[name](space).values), 1e-9);
  });

  it('tells silence from sound by angle', () => {
    const begins = matrixOf(4, 2, (row) => (row < 2 ? 0 : 1));
    expectNear(changes.cosine(begins).values, [0, 0, 1, 0], 1e-12);
  });
});

describe('firstPrincipalComponent', () => {
  it('is scikit-learn’s up to the sign, tall and wide', () => {
    expectNear(firstPrincipalComponent(space).weights, weights, 1e-9);
  });

  it('varies at least as much as any column or mixture, and has the same sign whichever way the space points', () => {
    const shapes = fc.record({
      rows: fc.integer({ min: 2, max: 20 }),
      columns: fc.integer({ min: 1, max: 20 }),
    });
    const variance = (values: Float64Array) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    };
    fc.assert(
      fc.property(shapes, ({ rows, columns }) => {
        const space = seriesOf(rows, columns);
        const { weights, scores } = firstPrincipalComponent(space);
        expect(weights.reduce((sum, value) => sum + value ** 2, 0)).toBeCloseTo(1, 10);
        for (let column = 0; column < columns; column++) {
          const values = Float64Array.from(
            { length: rows },
            (_, row) => space.values[row * columns + column],
          );
          expect(variance(scores)).toBeGreaterThanOrEqual(variance(values) * (1 - 1e-6));
        }
        const backwards = { ...space, values: space.values.map((value) => -value) };
        expectNear(firstPrincipalComponent(backwards).weights, Array.from(weights), 1e-9);
      }),
      { numRuns: 50 },
    );
  });
});
