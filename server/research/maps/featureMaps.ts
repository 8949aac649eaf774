import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import type { Database } from '@/db/open';
import type { Caller } from '../../access/caller';
import { AppError } from '../../base/errors';
import { startThread } from '../../base/startThread';
import { receivedFault } from '../../base/threadFault';
import { newestModel } from '../../base/newestModel';
import { fewestTracks } from './layOut';
import { libraryFeatures, libraryState, type LibraryState } from './libraryFeatures';
import type { LaidOut, MapMessage, MapRequest } from './mapMessages';

interface MappedLibrary extends LaidOut {
  /** The tracks on the map, in the order of its places. */
  trackIds: number[];
}

export interface FeatureMapsAnswer extends LibraryState {
  /** The triplet network whose features are shown; null where none is installed. */
  triplet: string | null;
  /** 0..1 of the work, or the maps. */
  progress: number;
  mapped: MappedLibrary | null;
}

interface Wanted {
  caller: Caller;
  state: LibraryState;
  triplet: string | null;
}

interface Job {
  key: string;
  progress: number;
  mapped: MappedLibrary | null;
  failure: Error | null;
  done: Promise<void>;
}

/** More tracks than this are sampled: comparing every pair of them takes minutes. */
const mostTracks = 3000;
/** A small library is laid out sooner than this, so that its first answer holds the maps. */
const patienceMs = 1500;

/**
 * The library's features laid out on maps, by a thread of its own, once for each state of the library and person. Who
 * asks while it works is told how far it is.
 */
export class FeatureMaps {
  private readonly database: Database;
  private readonly models: string;
  private job: Job | undefined;
  private worker: Worker | undefined;

  constructor(database: Database, models: string) {
    this.database = database;
    this.models = models;
  }

  /**
   * The maps, or how far they are; null where fewer than five tracks are profiled. Throws AppError 'unavailable' where
   * they are given up because the library changed, an Error where the thread fails.
   */
  async ask(caller: Caller): Promise<FeatureMapsAnswer | null> {
    const state = await libraryState(this.database, caller);
    if (state === null || state.total < fewestTracks) return null;
    const triplet = newestModel(this.models, 'triplet', '.onnx');
    const key = `${caller.personId} ${state.revision} ${triplet}`;
    if (this.job?.key !== key || this.job.failure) this.begin(key, { caller, state, triplet });
    const job = this.job;
    if (!job) throw givenUp();
    await Promise.race([job.done, sleep(patienceMs, undefined, { ref: false })]);
    if (job.failure) throw job.failure;
    return { ...state, triplet, progress: job.progress, mapped: job.mapped };
  }

  async stop(): Promise<void> {
    const worker = this.worker;
    this.worker = undefined;
    await worker?.terminate();
  }

  /** Whatever an older state of the library is being laid out for is given up. */
  private begin(key: string, wanted: Wanted): void {
    void this.stop();
    const job: Job = { key, progress: 0, mapped: null, failure: null, done: Promise.resolve() };
    job.done = this.layOut(job, wanted).then(
      (mapped) => void (job.mapped = mapped),
      (error: Error) => void (job.failure = error),
    );
    this.job = job;
  }

  private async layOut(job: Job, { caller, state, triplet }: Wanted) {
    const { trackIds, ...features } = await libraryFeatures(this.database, caller, {
      state,
      limit: mostTracks,
    });
    if (this.job !== job) throw givenUp();
    const graph = triplet && join(this.models, `${triplet}.onnx`);
    const laidOut = await this.inThread(job, { ...features, graph });
    return { trackIds, ...laidOut };
  }

  private inThread(job: Job, request: MapRequest): Promise<LaidOut> {
    const worker = startThread(new URL('./featureMapsWorker.ts', import.meta.url), request);
    this.worker = worker;
    worker.unref();
    return new Promise((resolve, reject) => {
      worker.on('message', (message: MapMessage) => {
        if ('progress' in message) job.progress = message.progress;
        else if ('laidOut' in message) resolve(message.laidOut);
        else reject(receivedFault(message.fault));
      });
      worker.on('error', reject);
      worker.on('exit', () =>
        reject(this.worker === worker ? new Error('the map thread ended unexpectedly') : givenUp()),
      );
    });
  }
}

const givenUp = () => new AppError('unavailable', 'the library changed while it was laid out: ask again');
