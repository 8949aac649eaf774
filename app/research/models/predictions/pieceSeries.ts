import type { Sampling } from '@/app/ui/timeline/curveGeometry';
import type { PieceAnswer } from './pieceAnswer';

/** Where the samples of a piece lie: each in the middle of its stretch. */
export function samplingOf({ hopSeconds, startSeconds, curves }: PieceAnswer): Sampling {
  return { hopSeconds, startSeconds, durationSeconds: (curves[0]?.valence.length ?? 0) * hopSeconds };
}

/** The sample nearest to a time. */
export function sampleAt(piece: PieceAnswer, seconds: number): number {
  const last = (piece.curves[0]?.valence.length ?? 1) - 1;
  const index = Math.round((seconds - piece.startSeconds) / piece.hopSeconds);
  return Math.min(last, Math.max(0, index));
}

export const secondsOf = ({ startSeconds, hopSeconds }: PieceAnswer, index: number): number =>
  startSeconds + index * hopSeconds;
