/** How long a section may be against the query, both in points. */
export interface LengthRatio {
  min: number;
  max: number;
}

/** Rounding in ratio * length must not push out a length that lies exactly on the edge. */
const lengthTolerance = 1e-9;

/** The lengths m of a stretch with m / n within the ratio; undefined where there is none. */
export function stretchLengths(
  queryLength: number,
  { min, max }: LengthRatio,
): { shortest: number; longest: number } | undefined {
  const shortest = Math.max(1, Math.ceil(queryLength * min - lengthTolerance));
  const longest = Math.floor(queryLength * max + lengthTolerance);
  return shortest > longest ? undefined : { shortest, longest };
}
