import { z } from 'zod';
import type { HeardPiece } from './heardPieces';

const start = z.number();

/**
 * From the start of a piece to the first sample of a file that began with its run, in seconds; null where the file's
 * own StartTime says it, because the piece began with the run too.
 */
export function startOf({ StartTime }: Record<string, unknown>, { onsetSeconds }: HeardPiece): number | null {
  if (onsetSeconds === 0) return null;
  return Number(((start.safeParse(StartTime).data ?? 0) - onsetSeconds).toFixed(6));
}
