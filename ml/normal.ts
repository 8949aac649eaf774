import type { Random } from './random';

/** A number of the standard normal distribution (Box and Muller 1958), from two even ones. */
export function standardNormal(random: Pick<Random, 'next'>): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}
