import { residentBytes } from './processMemory';

/** What a process is held to. */
interface Bounds {
  memoryBytes: number;
  stallMs: number;
  lastReportMs: number;
}

/** What a process takes beyond its bounds, in plain words; undefined where it keeps them. */
export async function excessOf(
  pid: number | undefined,
  { memoryBytes, stallMs, lastReportMs }: Bounds,
): Promise<string | undefined> {
  if (Date.now() - lastReportMs > stallMs) return `there was no progress for ${Math.round(stallMs / 1000)} s`;
  const resident = pid === undefined ? null : await residentBytes(pid);
  const isOver = resident !== null && resident > memoryBytes;
  return isOver ? `it took more than ${Math.round(memoryBytes / 1e6)} MB of memory` : undefined;
}
