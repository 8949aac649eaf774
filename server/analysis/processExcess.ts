import { residentBytes } from './processMemory';

/** What a process is held to. */
interface Bounds {
  memoryBytes: number;
  stallMs: number;
  lastReportMs: number;
}

/** What a process took too much of, and that in plain words. */
interface Excess {
  limit: 'memory' | 'time';
  reason: string;
}

/** What a process takes beyond its bounds; undefined where it keeps them. */
export async function excessOf(
  pid: number | undefined,
  { memoryBytes, stallMs, lastReportMs }: Bounds,
): Promise<Excess | undefined> {
  if (Date.now() - lastReportMs > stallMs)
    return { limit: 'time', reason: `there was no progress for ${Math.round(stallMs / 1000)} s` };
  const resident = pid === undefined ? null : await residentBytes(pid);
  if (resident === null || resident <= memoryBytes) return undefined;
  return { limit: 'memory', reason: `it took more than ${Math.round(memoryBytes / 1e6)} MB of memory` };
}
