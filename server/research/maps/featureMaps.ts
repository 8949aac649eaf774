import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import type { Database } from '@/db/open';
import { layoutFor, perplexities, type Layout, type LayoutWish } from '@/ml/projection/layoutChoice';
import type { Caller } from '../../access/caller';
import { Turns } from '../../base/turns';
import { newestModel } from '../../base/newestModel';
import { fewestTracks } from './layOut';
import { libraryFeatures, libraryState, type LibraryState } from './libraryFeatures';
import type { LaidOut } from './mapMessages';
import { givenUp, startMapThread } from './mapThread';

interface MappedLibrary extends LaidOut {
  /** The tracks on the map, in the order of its places. */
  trackIds: number[];
}

export interface FeatureMapsAnswer extends LibraryState {
  /** The triplet network whose features are shown; null where none is installed. */
  triplet: string | null;
  /** How it is laid out, the perplexity chosen by the number of tracks where none was asked for. */
  layout: Layout;
  /** A larger library is sampled: so many of its tracks are shown. */
  mostTracks: number;
  /** 0..1 of the work, or the maps. */
  progress: number;
  mapped: MappedLibrary | null;
}

interface Wanted {
  caller: Caller;
  state: LibraryState;
  triplet: string | null;
  layout: Layout;
}

interface Job {
  progress: number;
  mapped: MappedLibrary | null;
  failure: Error | null;
  done: Promise<void>;
  /** When somebody last asked for it, in ms of `performance`. */
  askedAt: number;
  /** Aborted where it is given up. */
  leaving: AbortController;
  /** The thread that works on it, once its turn has come. */
  worker?: Worker;
}

/** One person's maps of one state of the library, by how they are laid out. */
interface Maps {
  library: string;
  jobs: Map<string, Job>;
}

/** More tracks than this are sampled: comparing every pair of them takes minutes. */
const mostTracks = 5000;
/** A small library is laid out sooner than this, so that its first answer holds the maps. */
const patienceMs = 1500;
/** Who still waits asks again sooner than this. */
const forgottenAfterMs = 6000;
/** People whose maps are kept, those who asked last. */
const mostPeople = 16;
/** UMAP, and t-SNE by each perplexity or the one that is chosen. */
const mostLayouts = perplexities.length + 2;

/**
 * The library's features laid out on maps, by a thread of its own, once for each state of the library, person and way of
 * laying out; one after the other. Who asks while it works is told how far it is; what nobody waits for any longer is given
 * up for the next that the same person asks for.
 */
export class FeatureMaps {
  private readonly database: Database;
  private readonly models: string;
  private readonly people = new Map<number, Maps>();
  private readonly turns = new Turns({ atOnce: 1, mostWaiting: mostPeople * mostLayouts, what: 'maps' });

  constructor(database: Database, models: string) {
    this.database = database;
    this.models = models;
  }

  /**
   * The maps, or how far they are; null where fewer than five tracks are profiled. Throws AppError 'unavailable' where
   * they are given up because the library changed, an Error where the thread fails.
   */
  async ask(caller: Caller, wish: LayoutWish): Promise<FeatureMapsAnswer | null> {
    const state = await libraryState(this.database, caller);
    if (state === null || state.total < fewestTracks) return null;
    const triplet = newestModel(this.models, 'triplet', '.onnx');
    const layout = layoutFor(Math.min(state.total, mostTracks), wish);
    const job = this.jobFor({ caller, state, triplet, layout });
    await Promise.race([job.done, sleep(patienceMs, undefined, { ref: false })]);
    job.askedAt = performance.now();
    if (job.failure) throw job.failure;
    return { ...state, triplet, layout, mostTracks, progress: job.progress, mapped: job.mapped };
  }

  async stop(): Promise<void> {
    const done = [...this.people.values()].flatMap(({ jobs }) => [...jobs.values()].map((job) => job.done));
    for (const personId of this.people.keys()) this.giveUp(personId);
    await Promise.all(done);
  }

  /** The work that is done or under way, or begun now. */
  private jobFor(wanted: Wanted): Job {
    const { jobs } = this.mapsFor(wanted);
    const key = Object.values(wanted.layout).join(' ');
    giveUpForgotten(jobs, key);
    const known = jobs.get(key);
    if (known && !known.failure) {
      known.askedAt = performance.now();
      return known;
    }
    const job = this.begin(wanted);
    jobs.set(key, job);
    return job;
  }

  /** Whatever an older state of the library is being laid out for, for the same person, is given up. */
  private mapsFor({ caller: { personId }, state, triplet }: Wanted): Maps {
    const library = `${state.revision} ${triplet}`;
    const known = this.people.get(personId);
    if (known?.library === library) return known;
    this.giveUp(personId);
    const [longestAgo] = this.people.keys();
    if (this.people.size >= mostPeople) this.giveUp(longestAgo);
    const maps = { library, jobs: new Map<string, Job>() };
    this.people.set(personId, maps);
    return maps;
  }

  private begin(wanted: Wanted): Job {
    const job: Job = {
      progress: 0,
      mapped: null,
      failure: null,
      done: Promise.resolve(),
      askedAt: performance.now(),
      leaving: new AbortController(),
    };
    job.done = this.turns
      .run(() => this.layOut(job, wanted), job.leaving.signal)
      .then(
        (mapped) => void (job.mapped = mapped),
        (error: Error) => void (job.failure = error),
      );
    return job;
  }

  private giveUp(personId: number): void {
    for (const job of this.people.get(personId)?.jobs.values() ?? []) job.leaving.abort();
    this.people.delete(personId);
  }

  private async layOut(job: Job, { caller, state, triplet, layout }: Wanted): Promise<MappedLibrary> {
    const limit = mostTracks;
    const { trackIds, ...features } = await libraryFeatures(this.database, caller, { state, limit });
    const leaving = job.leaving.signal;
    if (leaving.aborted) throw givenUp();
    const graph = triplet && join(this.models, `${triplet}.onnx`);
    const onProgress = (share: number) => (job.progress = share);
    const { worker, laidOut } = startMapThread({ ...features, graph, layout }, { leaving, onProgress });
    job.worker = worker;
    return { trackIds, ...(await laidOut) };
  }
}

/** Ends what is not done, and for which nobody has asked for a while; not what is asked for now. */
function giveUpForgotten(jobs: Map<string, Job>, asked: string): void {
  const limit = performance.now() - forgottenAfterMs;
  for (const [key, job] of jobs) {
    if (key === asked || job.mapped || job.askedAt > limit) continue;
    job.leaving.abort();
    jobs.delete(key);
  }
}
