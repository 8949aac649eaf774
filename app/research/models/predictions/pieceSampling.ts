import type { Sampling } from '@/app/ui/timeline/sampling';
import type { PieceAnswer } from './pieceAnswer';

/** Where the samples of a piece lie: each in the middle of its stretch. */
export function samplingOf({ hopSeconds, startSeconds, curves }: PieceAnswer): Sampling {
  return { hopSeconds, startSeconds, durationSeconds: (curves[0]?.valence.length ?? 0) * hopSeconds };
}
