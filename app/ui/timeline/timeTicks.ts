const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200];

/** Round times for an axis from 0 to `durationSeconds`: at most `most` of them, a step people count in apart. */
export function timeTicks(durationSeconds: number, most: number): number[] {
  const fits = (step: number) => Math.floor(durationSeconds / step) + 1 <= most;
  const step = steps.find(fits) ?? Math.ceil(durationSeconds / most / 3600) * 3600;
  return Array.from({ length: Math.floor(durationSeconds / step) + 1 }, (_, index) => index * step);
}
