import type { Worker } from 'node:worker_threads';
import { drop, tell } from '@/ml/dtw/shared/pace';
import type { TrajectoryMatches } from '@/ml/dtw/search/trajectorySearch';
import { AppError } from '../base/errors';
import { startThread } from '../base/startThread';
import { receivedFault } from '../base/threadFault';
import { givenUp } from './givenUp';
import { packCurves } from './packCurves';
import { SearchCounts } from './searchCounts';
import type { EncodedCurve } from './encodedCurves';
import type { ThreadQuery, WorkerAnswer, WorkerRequest } from './workerMessages';

interface Waiting {
  resolve: (result: TrajectoryMatches | null) => void;
  reject: (error: Error) => void;
}

/** Who asks, what ends the search where nobody waits for it any more, and how long it may take. */
export interface Asking {
  asker: string;
  budgetMs: number;
  signal?: AbortSignal;
}

/**
 * The search thread as the rest of the server sees it. Searches take turns in it, in small pieces; one that nobody waits
 * for any more ends at once in all its threads. What goes wrong within it is a fault of ours, never the asker's. A thread
 * that dies takes its curves along: whoever waits is told, and `onLost` starts another; it is told of the fault where
 * nobody waits.
 */
export class SearchThread {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private readonly counts = new SearchCounts();
  private alarms: SharedArrayBuffer[] = [];
  private lastId = 0;
  private ended = false;

  constructor(onLost: (untold?: Error) => void) {
    this.worker = startThread(new URL('./trajectoryWorker.ts', import.meta.url));
    this.worker.on('message', (answer: WorkerAnswer) => this.answer(answer));
    this.worker.on('error', (error) => this.lose(error, onLost));
    this.worker.on('exit', () => this.lose(new Error('the search thread ended'), onLost));
    this.worker.unref();
  }

  /** Resolves once the curves are in the thread's memory, so that they never pile up before it. */
  store(curves: readonly EncodedCurve[]): Promise<void> {
    return this.hand('store', curves);
  }

  /** Has the floor of shapes follow from these curves of a library of which the thread holds only some. */
  sampleMovement(curves: readonly EncodedCurve[]): Promise<void> {
    return this.hand('sample', curves);
  }

  remove(trackIds: number[]): void {
    if (trackIds.length > 0) this.post({ kind: 'remove', trackIds });
  }

  /**
   * Throws an Error where the thread fails or dies; AppError 'unavailable' for a search that was given up, 'too-many'
   * where its asker has too many under way.
   */
  async search(query: ThreadQuery, { asker, budgetMs, signal }: Asking): Promise<TrajectoryMatches> {
    if (signal?.aborted) throw givenUp();
    return this.counts.run(asker, async () => {
      const id = ++this.lastId;
      const onAbort = () => this.giveUp(id);
      signal?.addEventListener('abort', onAbort);
      try {
        return (await this.ask({ kind: 'search', id, asker, budgetMs, query }))!;
      } finally {
        signal?.removeEventListener('abort', onAbort);
      }
    });
  }

  /** Ends the thread. Whoever waits for it is refused as whoever asks later is: AppError 'unavailable'. */
  async stop(): Promise<void> {
    this.ended = true;
    this.refuseWaiting(stopped());
    await this.worker.terminate();
  }

  private giveUp(id: number): void {
    const waiting = this.waiting.get(id);
    if (!waiting) return;
    this.waiting.delete(id);
    for (const alarm of this.alarms) drop(alarm, id);
    this.post({ kind: 'drop', id });
    waiting.reject(givenUp());
  }

  private async hand(kind: 'store' | 'sample', curves: readonly EncodedCurve[]): Promise<void> {
    const packed = packCurves(curves);
    const { trackIds, ends, bytes } = packed;
    const transferred = [trackIds.buffer, ends.buffer, bytes.buffer];
    await this.ask({ kind, id: ++this.lastId, curves: packed }, transferred);
  }

  private ask(
    request: Extract<WorkerRequest, { id: number }>,
    transferred: ArrayBuffer[] = [],
  ): Promise<TrajectoryMatches | null> {
    return new Promise((resolve, reject) => {
      if (this.ended) return reject(stopped());
      this.waiting.set(request.id, { resolve, reject });
      this.post(request, transferred);
    });
  }

  private post(request: WorkerRequest, transferred: ArrayBuffer[] = []): void {
    this.worker.postMessage(request, transferred);
    for (const alarm of this.alarms) tell(alarm);
  }

  private answer(answer: WorkerAnswer): void {
    if ('alarms' in answer) {
      this.alarms = answer.alarms;
      return;
    }
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if ('result' in answer) waiting?.resolve(answer.result);
    else waiting?.reject(receivedFault(answer.fault));
  }

  private lose(cause: Error, onLost: (untold?: Error) => void): void {
    if (this.ended) return;
    this.ended = true;
    const fault = new Error('the search thread ended unexpectedly', { cause });
    const told = this.refuseWaiting(fault);
    onLost(told === 0 ? fault : undefined);
  }

  /** Returns how many were told. */
  private refuseWaiting(fault: Error): number {
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of waiting) reject(fault);
    return waiting.length;
  }
}

function stopped(): AppError {
  return new AppError('unavailable', 'the search has stopped: ask again');
}
