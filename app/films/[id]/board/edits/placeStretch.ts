import type { ImportanceStretch } from '@/app/ui/film/filmProject';

/** Stretches of which none lies over another, in order of time, and the place of the one that was put there. */
export interface PlacedStretch {
  importance: ImportanceStretch[];
  place: number;
}

/** Shorter rests than this are not kept. */
const leastSeconds = 0.02;

/** Puts a stretch over others: what lies under it gives way. */
export function placeStretch(
  others: readonly ImportanceStretch[],
  stretch: ImportanceStretch,
): PlacedStretch {
  const rests = others.flatMap((other) => [
    { ...other, end: Math.min(other.end, stretch.start) },
    { ...other, start: Math.max(other.start, stretch.end) },
  ]);
  const kept = rests.filter(({ start, end }) => end - start >= leastSeconds);
  const importance = [...new Set([...kept, stretch])].toSorted((one, other) => one.start - other.start);
  return { importance, place: importance.indexOf(stretch) };
}
