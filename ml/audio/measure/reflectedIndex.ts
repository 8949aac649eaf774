/**
 * The index in [0, length) that an index beyond either end mirrors, the end samples not repeated:
 * numpy's `pad(mode="reflect")`. Short arrays are crossed back and forth as often as needed.
 */
export function reflectedIndex(index: number, length: number): number {
  if (length === 1) return 0;
  const period = 2 * (length - 1);
  const wrapped = ((index % period) + period) % period;
  return wrapped < length ? wrapped : period - wrapped;
}
