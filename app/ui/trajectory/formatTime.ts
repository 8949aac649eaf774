import { formatClock } from '../format';

/** A time of the drawing for reading: seconds where it has a length, else a part of the whole. */
export function formatTime(t: number, durationSeconds: number | null): string {
  if (durationSeconds === null) return `${Math.round(t * 100)} %`;
  const seconds = t * durationSeconds;
  return durationSeconds <= 20 ? `${seconds.toFixed(1)} s` : formatClock(Math.round(seconds));
}
