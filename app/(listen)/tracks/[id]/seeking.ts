const steps: Partial<Record<string, number>> = {
  ArrowLeft: -5,
  ArrowDown: -5,
  ArrowRight: 5,
  ArrowUp: 5,
  PageDown: -10,
  PageUp: 10,
};

/** Where a key leads from `seconds` in a track: arrows 5 s, page keys 10 s, Home and End; null for other keys. */
export function seekByKey(key: string, seconds: number, durationSeconds: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return durationSeconds;
  const step = steps[key];
  return step === undefined ? null : Math.min(durationSeconds, Math.max(0, seconds + step));
}

/** The second a pointer is at, on a drawing of the whole track from the left to the right edge of a box. */
export function secondsAtPointer(
  clientX: number,
  box: { left: number; width: number },
  durationSeconds: number,
): number {
  const share = box.width > 0 ? (clientX - box.left) / box.width : 0;
  return Math.min(1, Math.max(0, share)) * durationSeconds;
}
