import type { LaneSampling } from '@/app/ui/timeline/curveGeometry';
import { indexAt } from '@/ml/affect/sampling';
import type { PieceAnswer } from './predictionsPage';

export const dimensions = ['valence', 'arousal'] as const;
export type Dimension = (typeof dimensions)[number];

/** Where the samples of a piece lie: each in the middle of its stretch. */
export function samplingOf({ hopSeconds, startSeconds, curves }: PieceAnswer): LaneSampling {
  return { hopSeconds, startSeconds, durationSeconds: (curves[0]?.valence.length ?? 0) * hopSeconds };
}

/** The sample nearest to a time. */
export function sampleAt(piece: PieceAnswer, seconds: number): number {
  return indexAt(piece, seconds, piece.curves[0]?.valence.length ?? 1);
}
