import type { MapPlaces } from './mapPlaces';

/** The arrow keys, as steps on a square whose y points downwards. */
const directions: Partial<Record<string, readonly [x: number, y: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/**
 * The mark to go to from mark `from` by an arrow key: the nearest of those within 45 degrees of its direction;
 * -1 where there is none, null for any other key.
 */
export function neighbourTowards({ x, y }: MapPlaces, from: number, key: string): number | null {
  const direction = directions[key];
  if (!direction) return null;
  let nearest = -1;
  let least = Infinity;
  for (let index = 0; index < x.length; index++) {
    const [right, down] = [x[index] - x[from], y[index] - y[from]];
    const along = right * direction[0] + down * direction[1];
    const across = Math.abs(right * direction[1] + down * direction[0]);
    const square = right * right + down * down;
    if (along > 0 && across <= along && square < least) {
      least = square;
      nearest = index;
    }
  }
  return nearest;
}
