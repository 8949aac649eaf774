/** Below this share of the work, the time it took says nothing of the rest. */
const leastProgress = 0.01;

/** The seconds that a running job still needs, by the time that its work took so far; null while nothing can be said. */
export function secondsLeft(
  { progress, startedAt }: { progress: number; startedAt: Date | null },
  nowMs: number = Date.now(),
): number | null {
  if (startedAt === null || progress < leastProgress) return null;
  return (((nowMs - startedAt.getTime()) / 1000) * (1 - progress)) / progress;
}
