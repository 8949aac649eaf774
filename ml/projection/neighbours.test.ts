import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { correlation } from '../statistics/correlation';
import { matrixOf } from '../matrix/matrix';
import { fewerNeighbours, nearestNeighbours } from './nearestNeighbours';
import { neighbourMeans } from './neighbourMeans';
import { trustworthiness } from './trustworthiness';

interface Reference {
  trustworthiness: [reach: number, value: number][];
  neighbours: number[][];
  means: number[];
  correlation: number;
}

/** What reference/neighbours.py wrote of the same rows. */
const reference = JSON.parse(
  readFileSync(new URL('reference/neighbours.json', import.meta.url), 'utf8'),
) as Reference;

const count = 60;
const rowsOf = (columns: number, value: (row: number, column: number) => number) =>
  matrixOf(
    Float32Array.from({ length: count * columns }, (_, index) =>
      value(Math.floor(index / columns), index % columns),
    ),
    columns,
  );
const features = rowsOf(12, (row, column) => Math.sin(0.13 * row * (1 + (column % 4)) + column));
const map = rowsOf(2, (row, column) => (column === 0 ? row + 6 * Math.sin(5 * row) : 4 * Math.cos(9 * row)));
const values = Float32Array.from({ length: count }, (_, row) => Math.cos(0.2 * row));

describe('neighbours', () => {
  it('are those of scikit-learn, nearest first', () => {
    const { indices, distances } = nearestNeighbours(features, 5);
    expect(Array.from(indices)).toEqual(reference.neighbours.flat());
    for (let place = 1; place < 5; place++)
      expect(distances[place]).toBeGreaterThanOrEqual(distances[place - 1]);
  });

  it('are the first of more of them', () => {
    expect(fewerNeighbours(nearestNeighbours(features, 20), 5)).toEqual(nearestNeighbours(features, 5));
  });

  it('tell a row what a regression on the other rows tells', () => {
    const means = neighbourMeans(nearestNeighbours(features, 5), values);
    means.forEach((mean, row) => expect(mean).toBeCloseTo(reference.means[row], 5));
    expect(correlation(means, values)).toBeCloseTo(reference.correlation, 5);
  });

  it('are refused where there are not that many', () => {
    expect(() => nearestNeighbours(features, count)).toThrow('invalid reach: 60');
  });
});

describe('trustworthiness', () => {
  it('is that of scikit-learn', () => {
    for (const [reach, value] of reference.trustworthiness)
      expect(trustworthiness(features, map, reach)).toBeCloseTo(value, 6);
  });

  it('is 1 for a map that keeps every neighbour, and not defined beyond half of the rows', () => {
    expect(trustworthiness(features, features, 15)).toBe(1);
    expect(() => trustworthiness(features, map, 30)).toThrow('invalid reach: 30');
  });
});
