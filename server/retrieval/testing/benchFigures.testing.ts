/** The middle of the values; of an even number of them, the upper of the two in the middle. */
export const median = (values: readonly number[]) => quantile(values, 0.5);

/** The value that this share of the values lies below. */
export function quantile(values: readonly number[], share: number): number {
  const ordered = values.toSorted((a, b) => a - b);
  return ordered[Math.min(ordered.length - 1, Math.floor(share * ordered.length))];
}
