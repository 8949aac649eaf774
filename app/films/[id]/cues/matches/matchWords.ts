import type { HitPlace } from '@/ml/film/hitPoints';

const minus = '\u2212';

/** How many frames an event misses a hit point: "+2 f" comes late, "−1 f" early, "on it". */
export function missWords(miss: HitPlace['misses'][number]): string {
  if (miss === null) return 'none';
  const frames = Math.round(miss.frames);
  if (frames === 0) return 'on it';
  return `${frames > 0 ? '+' : minus}${Math.abs(frames)} f`;
}

/** How certain a place is: "certain to ± 0.5 s", and how often else the track would fit about as well. */
export function certainWords(plusMinusSeconds: number, rivals: number): string {
  const certain = `certain to ± ${plusMinusSeconds.toFixed(plusMinusSeconds < 10 ? 1 : 0)} s`;
  if (rivals === 0) return certain;
  return `${certain}, or ${rivals === 1 ? 'one place' : `${rivals} places`} elsewhere`;
}
