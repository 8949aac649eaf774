/** How far the arrow keys and the page keys go. */
export interface SeekSteps {
  arrow: number;
  page: number;
}

/** Whatever is played is sought by 5 and by 10 seconds. */
export const playSteps: SeekSteps = { arrow: 5, page: 10 };

const keys: Partial<Record<string, readonly [keyof SeekSteps, 1 | -1]>> = {
  ArrowLeft: ['arrow', -1],
  ArrowDown: ['arrow', -1],
  ArrowRight: ['arrow', 1],
  ArrowUp: ['arrow', 1],
  PageDown: ['page', -1],
  PageUp: ['page', 1],
};

/** Where a key leads from `value` on a scale from 0 to `max`: by a step, or by Home and End; null for other keys. */
export function seekByKey(
  key: string,
  value: number,
  { max, ...steps }: SeekSteps & { max: number },
): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return max;
  const [step, direction] = keys[key] ?? [];
  if (!step || !direction) return null;
  return Math.min(max, Math.max(0, value + direction * steps[step]));
}

/** Where a pointer is along a box: 0 at its left edge and before, 1 at its right edge and beyond. */
export function shareAtPointer(clientX: number, box: { left: number; width: number }): number {
  const share = box.width > 0 ? (clientX - box.left) / box.width : 0;
  return Math.min(1, Math.max(0, share));
}
