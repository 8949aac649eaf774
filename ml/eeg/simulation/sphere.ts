import type { SitePosition } from '../montage/sitePositions';

/**
 * What a source below the scalp gives to an electrode: a bell over the sphere (von Mises and Fisher), 1 straight above it.
 *
 * @param width its standard deviation where it is narrow, as a part of the head's radius
 */
export function reach(source: SitePosition, electrode: SitePosition, width: number): number {
  const cosine = source[0] * electrode[0] + source[1] * electrode[1] + source[2] * electrode[2];
  return Math.exp((cosine - 1) / (width * width));
}

/**
 * Directions spread evenly over the sphere (a Fibonacci lattice) from the top of the head down.
 *
 * @param lowest how far down, -1 to 1
 */
export function evenDirections(count: number, lowest: number): SitePosition[] {
  const golden = Math.PI * (3 - Math.sqrt(5));
  return Array.from({ length: count }, (_, index): SitePosition => {
    const up = 1 - ((1 - lowest) * (index + 0.5)) / count;
    const radius = Math.sqrt(1 - up * up);
    return [radius * Math.cos(index * golden), radius * Math.sin(index * golden), up];
  });
}

/** A direction of length 1. */
export function directionOf([right, front, up]: readonly number[]): SitePosition {
  const length = Math.hypot(right, front, up);
  return [right / length, front / length, up / length];
}
