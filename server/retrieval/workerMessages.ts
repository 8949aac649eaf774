import type { TrajectoryMatches, TrajectoryQuery } from '@/ml/dtw/trajectorySearch';

/** A curve on its way into the worker's memory. */
export interface IndexedCurve {
  trackId: number;
  valence: Float32Array;
  arousal: Float32Array;
}

export type WorkerRequest =
  | { kind: 'set'; curves: IndexedCurve[] }
  | { kind: 'delete'; trackIds: number[] }
  | { kind: 'search'; id: number; query: TrajectoryQuery };

export type WorkerAnswer = { id: number; answer: TrajectoryMatches } | { id: number; failure: string };
