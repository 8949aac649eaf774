import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import type { Database } from '@/db/open';
import type { Caller } from '../../access/caller';
import { AppError } from '../../base/errors';
import { startThread } from '../../base/startThread';
import { receivedFault } from '../../base/threadFault';
import { Turns } from '../../base/turns';
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
  /** Aborted where it is given up. */
  leaving: AbortController;
  /** The thread that works on it, once its turn has come. */
  worker?: Worker;
}

/** More tracks than this are sampled: comparing every pair of them takes minutes. */
const mostTracks = 3000;
/** A small library is laid out sooner than this, so that its first answer holds the maps. */
const patienceMs = 1500;
/** People whose maps are kept, those who asked last. */
const mostPeople = 16;

/**
 * The library's features laid out on maps, by a thread of its own, once for each state of the library and person; those of
 * several people one after the other. Who asks while it works is told how far it is.
 */
export class FeatureMaps {
  private readonly database: Database;
  private readonly models: string;
  private readonly jobs = new Map<number, Job>();
  private readonly turns = new Turns({ atOnce: 1, mostWaiting: mostPeople, what: 'maps' });

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
    const key = `${state.revision} ${triplet}`;
    const known = this.jobs.get(caller.personId);
    const job = known?.key === key && !known.failure ? known : this.begin(key, { caller, state, triplet });
    await Promise.race([job.done, sleep(patienceMs, undefined, { ref: false })]);
    if (job.failure) throw job.failure;
    return { ...state, triplet, progress: job.progress, mapped: job.mapped };
  }

  async stop(): Promise<void> {
    const done = [...this.jobs.values()].map((job) => job.done);
    for (const personId of this.jobs.keys()) this.giveUp(personId);
    await Promise.all(done);
  }

  /** Whatever an older state of the library is being laid out for, for the same person, is given up. */
  private begin(key: string, wanted: Wanted): Job {
    const { personId } = wanted.caller;
    this.giveUp(personId);
    const [longestAgo] = this.jobs.keys();
    if (this.jobs.size >= mostPeople) this.giveUp(longestAgo);
    const leaving = new AbortController();
    const job: Job = { key, progress: 0, mapped: null, failure: null, done: Promise.resolve(), leaving };
    job.done = this.turns
      .run(() => this.layOut(job, wanted), leaving.signal)
      .then(
        (mapped) => void (job.mapped = mapped),
        (error: Error) => void (job.failure = error),
      );
    this.jobs.set(personId, job);
    return job;
  }

  private giveUp(personId: number): void {
    const job = this.jobs.get(personId);
    this.jobs.delete(personId);
    job?.leaving.abort();
    void job?.worker?.terminate();
  }

  private async layOut(job: Job, { caller, state, triplet }: Wanted) {
    const { trackIds, ...features } = await libraryFeatures(this.database, caller, {
      state,
      limit: mostTracks,
    });
    if (job.leaving.signal.aborted) throw givenUp();
    const graph = triplet && join(this.models, `${triplet}.onnx`);
    const laidOut = await this.inThread(job, { ...features, graph });
    return { trackIds, ...laidOut };
  }

  private inThread(job: Job, request: MapRequest): Promise<LaidOut> {
    const worker = startThread(new URL('./featureMapsWorker.ts', import.meta.url), request);
    job.worker = worker;
    worker.unref();
    return new Promise((resolve, reject) => {
      worker.on('message', (message: MapMessage) => {
        if ('progress' in message) job.progress = message.progress;
        else if ('laidOut' in message) resolve(message.laidOut);
        else reject(receivedFault(message.fault));
      });
      worker.on('error', reject);
      worker.on('exit', () =>
        reject(job.leaving.signal.aborted ? givenUp() : new Error('the map thread ended unexpectedly')),
      );
    });
  }
}

const givenUp = () => new AppError('unavailable', 'the library changed while it was laid out: ask again');
