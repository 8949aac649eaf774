import type { TrackSet } from '@/ml/trackSet';
import type { TrajectoryMatches, TrajectoryQuery } from '@/ml/dtw/search/trajectorySearch';
import type { SentFault } from '../base/threadFault';

/** Curves on their way into the thread's memory: as decodeMeans reads them, end to end. */
export interface PackedCurves {
  trackIds: Int32Array<ArrayBuffer>;
  /** Where each one's bytes end. */
  ends: Int32Array<ArrayBuffer>;
  bytes: Uint8Array<ArrayBuffer>;
}

/** A question to the thread; what a filter lets through is shared memory. */
export type ThreadQuery = Omit<TrajectoryQuery, 'among'> & { among?: Pick<TrackSet, 'words' | 'size'> };

export type WorkerRequest =
  | { kind: 'store'; id: number; curves: PackedCurves }
  /** Of a library of which only some tracks are held: from these follows what is flat. */
  | { kind: 'sample'; id: number; curves: PackedCurves }
  | { kind: 'remove'; trackIds: number[] }
  | { kind: 'search'; id: number; asker: string; budgetMs: number; query: ThreadQuery }
  /** Nobody waits for this search any more: it is not answered. */
  | { kind: 'drop'; id: number };

/**
 * What came of a request, `null` where there is nothing to tell but that it is done; and once, at the start, the memory by
 * which the thread is told that a message waits (ml/dtw/shared/pace.ts).
 */
export type WorkerAnswer =
  | { alarms: SharedArrayBuffer[] }
  | { id: number; result: TrajectoryMatches | null }
  | { id: number; fault: SentFault };
