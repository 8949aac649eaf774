import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubleMatrixOf, doubleRowOf, doubleZeros, type DoubleMatrix } from '../../linear/doubleMatrix';
import { createRandom, type Random } from '../../random';
import { intersubjectCorrelation } from './intersubjectCorrelation';
import { meanOverPairs, pairCorrelations } from './pairBootstrap';
import { addTurned, randomTurns, runSpectrum, turnedProducts } from './runSpectrum';

/** What reference/recordings.py wrote. */
const reference = JSON.parse(readFileSync(new URL('reference/recordings.json', import.meta.url), 'utf8')) as {
  leftOut: number[][];
  pairs: Record<string, number[]>;
};

const matrixOf = (rows: number, columns: number, value: (row: number, column: number) => number) =>
  doubleMatrixOf(
    Float64Array.from({ length: rows * columns }, (_, at) => value(Math.floor(at / columns), at % columns)),
    columns,
  );
const recordings = [31, 20].map((rows, piece) =>
  [0, 1, 2, 3].map((person) =>
    piece === 1 && person === 3
      ? null
      : matrixOf(rows, 2, (row, column) => {
          const own = Math.cos(0.9 * row * (person + 1) + column + piece) + 0.05 * row * (person - 1);
          return Math.sin(0.3 * row + 0.5 * column) * (1 + person) + own;
        }),
  ),
);

/** Noise that remembers, as recordings do. */
function noiseOf(rows: number, columns: number, random: Random): DoubleMatrix {
  const noise = matrixOf(rows, columns, () => random.bell());
  for (let at = columns; at < noise.values.length; at++) noise.values[at] += 0.7 * noise.values[at - columns];
  return noise;
}

const untested = { null: null, seed: 1 };

describe('intersubjectCorrelation', () => {
  it('is numpy’s, also where somebody misses a piece', async () => {
    const { table, tested } = await intersubjectCorrelation(recordings, untested);
    table.forEach((row, person) =>
      row.forEach((r, target) => expect(r).toBeCloseTo(reference.leftOut[person][target], 10)),
    );
    expect(tested.observed[1]).toBeCloseTo(reference.leftOut.reduce((sum, row) => sum + row[1], 0) / 4, 10);
    expect(tested).toMatchObject({ p: null, pFamily: null, q: null, threshold: null });
  });

  it('takes pairs as numpy does, and a pair of one with oneself not at all', () => {
    const spectra = recordings.map((runs) => runs.map((run) => run && runSpectrum(run)));
    const pairs = pairCorrelations(spectra, { participants: 4, targets: 2 });
    for (const [names, expected] of Object.entries(reference.pairs)) {
      const [one, other] = names.split(' ').map(Number);
      doubleRowOf(pairs.correlations, one * 4 + other).forEach((r, target) =>
        expect(r).toBeCloseTo(expected[target], 10),
      );
    }
    expect(meanOverPairs(pairs, [2, 2, 0, 2])[0]).toBeCloseTo(reference.pairs['2 0'][0], 10);
  });

  it('finds by both tests what is shared, in its own region', async () => {
    const random = createRandom(3, 'shared');
    const shared = noiseOf(80, 1, random).values;
    const runs = Array.from({ length: 8 }, () => {
      const run = noiseOf(80, 3, random);
      shared.forEach((value, row) => (run.values[row * 3 + 1] += value));
      return run;
    });
    for (const kind of ['phase', 'bootstrap'] as const) {
      const { tested } = await intersubjectCorrelation([runs], { null: { kind, count: 199 }, seed: 2 });
      expect(tested.pFamily![1]).toBe(1 / 200);
      expect(tested.pFamily![0]).toBeGreaterThan(0.05);
      expect(tested.pFamily![2]).toBeGreaterThan(0.05);
      expect(await intersubjectCorrelation([runs], { null: { kind, count: 199 }, seed: 2 })).toMatchObject({
        tested,
      });
    }
  });

  it('errs about as often as it says when nobody shares anything', async () => {
    const random = createRandom(6, 'nothing shared');
    const studies = 240;
    const errors = { phase: 0, bootstrap: 0 };
    for (let study = 0; study < studies; study++) {
      const runs = [Array.from({ length: 6 }, () => noiseOf(40, 1, random))];
      for (const kind of ['phase', 'bootstrap'] as const) {
        const { tested } = await intersubjectCorrelation(runs, { null: { kind, count: 79 }, seed: study });
        if (tested.p![0] <= 0.1) errors[kind]++;
      }
    }
    // Standard error .019. A t-test of the left-out values, or a null that turns only the one left out, errs .15 and more.
    expect(Math.abs(errors.phase / studies - 0.1)).toBeLessThan(0.045);
    expect(errors.bootstrap / studies).toBeLessThan(0.13);
  });

  it('can be followed, and ended', async () => {
    const told: number[] = [];
    const plan = { null: { kind: 'phase', count: 4 } as const, seed: 1 };
    await intersubjectCorrelation(recordings, plan, { onProgress: (fraction) => told.push(fraction) });
    expect(told).toEqual([0.25, 0.5, 0.75, 1]);
    const signal = AbortSignal.abort(new Error('not wanted'));
    await expect(intersubjectCorrelation(recordings, plan, { signal })).rejects.toThrow('not wanted');
  });

  it('says nothing of a region that stands still, without hiding the others, and refuses a pair of people', async () => {
    const still = recordings.map((runs) =>
      runs.map((run) => run && { ...run, values: run.values.map((value, at) => (at % 2 === 0 ? 3 : value)) }),
    );
    const plan = { null: { kind: 'phase', count: 9 } as const, seed: 1 };
    const { table, tested } = await intersubjectCorrelation(still, plan);
    expect(table.map(([region]) => region)).toEqual([null, null, null, null]);
    expect(tested.pFamily![1]).toBeLessThan(1);
    await expect(intersubjectCorrelation([recordings[0].slice(0, 2)], plan)).rejects.toThrow(
      'invalid participants: 2 with 2 targets',
    );
  });
});

describe('runSpectrum', () => {
  it('keeps products of columns, turned or not', () => {
    const product = ({ rows, columns, values }: DoubleMatrix) => {
      let sum = 0;
      for (let row = 0; row < rows; row++) sum += values[row * columns] * values[row * columns + 1];
      return sum;
    };
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 60 }), (rows) => {
        const random = createRandom(rows, 'run');
        const run = noiseOf(rows, 2, random);
        const spectrum = runSpectrum(run);
        const [a, b] = [0, 1].map((column) => run.values.filter((_, at) => at % 2 === column));
        const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / rows;
        const covariance = (x: Float64Array, y: Float64Array) =>
          x.reduce((sum, value, at) => sum + (value - mean(x)) * (y[at] - mean(y)), 0) / rows;
        const r = covariance(a, b) / Math.sqrt(covariance(a, a) * covariance(b, b));
        expect(product(spectrum) / rows).toBeCloseTo(r, 9);
        const turns = randomTurns(rows - 1, random);
        const turned = doubleZeros(rows - 1, 2);
        addTurned(turned, spectrum, turns);
        expect(product(turned) / rows).toBeCloseTo(r, 9);
        turnedProducts(spectrum, turned, turns).forEach((square) => expect(square / rows).toBeCloseTo(1, 9));
      }),
      { numRuns: 40 },
    );
  });
});
