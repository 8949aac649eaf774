import type { LaneSampling } from '@/app/ui/timeline/laneGeometry';
import type { PieceAnswer } from './pieceAnswer';

/** Where the samples of a piece lie: each in the middle of its stretch. */
export function samplingOf({ hopSeconds, startSeconds, curves }: PieceAnswer): LaneSampling {
  return { hopSeconds, startSeconds, durationSeconds: (curves[0]?.valence.length ?? 0) * hopSeconds };
}
