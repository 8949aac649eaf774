import type { Worker } from 'node:worker_threads';
import type { TrajectoryMatches, TrajectoryQuery } from '@/ml/dtw/trajectorySearch';
import { AppError } from '../errors';
import { startThread } from '../startThread';
import type { CurveSource } from './curveSource';
import type { WorkerAnswer, WorkerRequest } from './workerMessages';

interface Waiting {
  query: TrajectoryQuery;
  signal?: AbortSignal;
  resolve: (answer: TrajectoryMatches) => void;
  reject: (error: Error) => void;
}

/**
 * Trajectory search as the rest of the server sees it: brings the thread's curves up to date with the
 * catalogue, then asks. One search runs at a time; one that nobody waits for any more is never begun.
 */
export class TrajectorySearch {
  readonly #source: CurveSource;
  #worker: Worker | undefined;
  #waiting: Waiting[] = [];
  #running: { id: number; asked: Waiting } | undefined;
  #lastId = 0;
  #synchronising: Promise<void> | undefined;

  constructor(source: CurveSource) {
    this.#source = source;
  }

  /** Exact matches. Throws AppError 'invalid' for a query that cannot be matched, 'unavailable' if the thread dies. */
  async search(query: TrajectoryQuery, signal?: AbortSignal): Promise<TrajectoryMatches> {
    await this.synchronise();
    return new Promise((resolve, reject) => {
      this.#waiting.push({ query, signal, resolve, reject });
      this.#next();
    });
  }

  /** Loads what the catalogue has and the thread has not, and forgets what is gone. Callers share one run. */
  async synchronise(): Promise<void> {
    this.#synchronising ??= this.#pullChanges().finally(() => {
      this.#synchronising = undefined;
    });
    await this.#synchronising;
  }

  async stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  async #pullChanges(): Promise<void> {
    const worker = this.#runningWorker();
    await this.#source.pullChanges({
      set: (curves) => worker.postMessage({ kind: 'set', curves } satisfies WorkerRequest),
      delete: (trackIds) => worker.postMessage({ kind: 'delete', trackIds } satisfies WorkerRequest),
    });
  }

  #runningWorker(): Worker {
    if (this.#worker) return this.#worker;
    const worker = startThread(new URL('./trajectoryWorker.ts', import.meta.url));
    worker.on('message', (answer: WorkerAnswer) => this.#answer(answer));
    worker.on('error', (error) => this.#lose(worker, error));
    worker.on('exit', () => this.#lose(worker, new Error('the search thread ended')));
    worker.unref();
    this.#worker = worker;
    this.#source.forget();
    return worker;
  }

  #next(): void {
    if (this.#running) return;
    const asked = this.#waiting.shift();
    if (!asked) return;
    if (asked.signal?.aborted) {
      asked.reject(new AppError('unavailable', 'the search was given up by its asker'));
      this.#next();
      return;
    }
    const id = ++this.#lastId;
    this.#running = { id, asked };
    this.#runningWorker().postMessage({ kind: 'search', id, query: asked.query } satisfies WorkerRequest);
  }

  #answer(answer: WorkerAnswer): void {
    if (this.#running?.id !== answer.id) return;
    const { asked } = this.#running;
    this.#running = undefined;
    if ('answer' in answer) asked.resolve(answer.answer);
    else asked.reject(new AppError('invalid', answer.failure));
    this.#next();
  }

  /** The thread died: whoever waits is told, and the next search starts a new one from the catalogue. */
  #lose(worker: Worker, cause: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    const lost = [...(this.#running ? [this.#running.asked] : []), ...this.#waiting];
    this.#running = undefined;
    this.#waiting = [];
    for (const { reject } of lost) {
      reject(new AppError('unavailable', 'the search stopped unexpectedly: ask again', { cause }));
    }
  }
}
