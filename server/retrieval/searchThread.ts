import type { Worker } from 'node:worker_threads';
import type { TrajectoryMatches } from '@/ml/dtw/search/trajectorySearch';
import { AppError } from '../base/errors';
import { startThread } from '../base/startThread';
import { receivedFault } from '../base/threadFault';
import { packCurves } from './packCurves';
import type { EncodedCurve } from './encodedCurves';
import type { ThreadQuery, WorkerAnswer, WorkerRequest } from './workerMessages';

interface Waiting {
  resolve: (result: TrajectoryMatches | null) => void;
  reject: (error: Error) => void;
}

interface Asked extends Waiting {
  query: ThreadQuery;
  signal?: AbortSignal;
}

/**
 * The search thread as the rest of the server sees it. One search runs at a time; one that nobody waits for any more
 * is never begun. What goes wrong within it is a fault of ours, never the asker's. A thread that dies takes its curves
 * along: whoever waits is told, and `onLost` starts another; it is told of the fault where nobody waits.
 */
export class SearchThread {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private searches: Asked[] = [];
  private searching = false;
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

  /** Throws an Error where the thread fails or dies; AppError 'unavailable' for a search that was given up. */
  search(query: ThreadQuery, signal?: AbortSignal): Promise<TrajectoryMatches> {
    return new Promise((resolve, reject) => {
      this.searches.push({ query, signal, resolve: (result) => resolve(result!), reject });
      this.next();
    });
  }

  async stop(): Promise<void> {
    this.ended = true;
    await this.worker.terminate();
  }

  private next(): void {
    if (this.searching) return;
    const asked = this.searches.shift();
    if (!asked) return;
    if (asked.signal?.aborted) {
      asked.reject(new AppError('unavailable', 'the search was given up by its asker'));
      this.next();
      return;
    }
    this.searching = true;
    this.ask((id) => ({ kind: 'search', id, query: asked.query }))
      .then(asked.resolve, asked.reject)
      .finally(() => {
        this.searching = false;
        this.next();
      });
  }

  private async hand(kind: 'store' | 'sample', curves: readonly EncodedCurve[]): Promise<void> {
    const packed = packCurves(curves);
    const { trackIds, ends, bytes } = packed;
    await this.ask((id) => ({ kind, id, curves: packed }), [trackIds.buffer, ends.buffer, bytes.buffer]);
  }

  private ask(
    request: (id: number) => WorkerRequest,
    transferred: ArrayBuffer[] = [],
  ): Promise<TrajectoryMatches | null> {
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      if (this.ended) return reject(new AppError('unavailable', 'the search has stopped: ask again'));
      this.waiting.set(id, { resolve, reject });
      this.post(request(id), transferred);
    });
  }

  private post(request: WorkerRequest, transferred: ArrayBuffer[] = []): void {
    this.worker.postMessage(request, transferred);
  }

  private answer(answer: WorkerAnswer): void {
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if ('result' in answer) waiting?.resolve(answer.result);
    else waiting?.reject(receivedFault(answer.fault));
  }

  private lose(cause: Error, onLost: (untold?: Error) => void): void {
    if (this.ended) return;
    this.ended = true;
    const waiting = [...this.waiting.values(), ...this.searches];
    this.waiting.clear();
    this.searches = [];
    const fault = new Error('the search thread ended unexpectedly', { cause });
    for (const { reject } of waiting) reject(fault);
    onLost(waiting.length === 0 ? fault : undefined);
  }
}
