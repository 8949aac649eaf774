import { describe, expect, it } from 'vitest';
import { matrixOf } from '../matrix/matrix';
import { nearestNeighbours } from './nearestNeighbours';
import { trustworthiness } from './trustworthiness';
import { umapLayout } from './umapLayout';

/** Three clouds far from each other in ten dimensions. */
const clouds = matrixOf(
  Float32Array.from({ length: 900 }, (_, index) => {
    const [row, column] = [Math.floor(index / 10), index % 10];
    return (row % 3 === column ? 20 : 0) + Math.sin(row * 12.9898 + column * 78.233);
  }),
  10,
);

describe('umapLayout', () => {
  const shares: number[] = [];
  const layout = umapLayout(nearestNeighbours(clouds, 15), (share) => shares.push(share));

  it('keeps neighbours together and clouds apart', () => {
    expect(trustworthiness(clouds, layout, 15)).toBeGreaterThan(0.9);
    const { indices } = nearestNeighbours(layout, 10);
    indices.forEach((other, index) => expect(other % 3).toBe(Math.floor(index / 10) % 3));
  });

  it('is the same each time, and tells how far it is', () => {
    expect(umapLayout(nearestNeighbours(clouds, 15)).values).toEqual(layout.values);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
  });
});
