import type { Executor } from '@/db/open';
import type { TrackSet } from '@/ml/trackSet';
import type { TrajectoryMatches } from '@/ml/dtw/search/trajectorySearch';
import { Mutex } from '../base/mutex';
import { AskerTurns } from './askerTurns';
import type { ChangeFeed } from './changeFeed';
import { type CurveAmount, curvesFit } from './curveMemory';
import { givenUp } from './givenUp';
import { HeldCurves } from './heldCurves';
import { SearchCounts } from './searchCounts';
import { SearchThread, type Asking } from './searchThread';
import {
  allCurves,
  curvesAtOnce,
  curvesOf,
  measureCurves,
  sampledCurves,
  type EncodedCurve,
} from './encodedCurves';
import type { ThreadQuery } from './workerMessages';

/** A library beyond the memory limit is counted again no more often than this. */
const recountMs = 60_000;
/** Of a library beyond the memory limit, so many tracks tell how much its music moves. */
const mostSampled = 2000;

export interface CurveIndexSettings {
  executor: Executor;
  feed: ChangeFeed;
  /** What curves may take in memory. */
  memoryBytes: number;
  /** How long a search may take before it answers by the best so far. */
  budgetMs: number;
  /** Told of what goes wrong while nobody waits for it. */
  onFault: (error: unknown) => void;
}

/** Who asks, and what ends the search where nobody waits for it any more. */
export type Asked = Omit<Asking, 'budgetMs'>;

/** A beginning: when it is known whether the curves fit, and when those that do are loaded. */
interface Start {
  measured: Promise<void>;
  loaded: Promise<void>;
}

/**
 * The curves in the search thread's memory. All of them, loaded in the background and kept up to date, while they
 * fit; beyond the memory limit, those that were searched last, and others are fetched when they are asked for.
 */
export class CurveIndex {
  private readonly settings: CurveIndexSettings;
  private thread: SearchThread | undefined;
  private start: Start | undefined;
  private isResident = true;
  private held = new HeldCurves();
  /** How many tracks there were to be searched, and when they were counted. */
  private counted = { tracks: 0, at: 0 };
  /** Loads in progress that nobody waits for. */
  private loads = 0;
  /** Tracks that were read again while all are being loaded: what was read of them ahead is out of date. */
  private refreshed: Set<number> | undefined;
  /** Nothing is told of loads that are given up for it. */
  private isStopped = false;
  /** Of searches that fetch curves, one asks the thread at a time. */
  private readonly turns = new AskerTurns();
  private readonly counts = new SearchCounts();
  /** What was read later is never overwritten by what was read earlier. */
  private readonly mutex = new Mutex();

  constructor(settings: CurveIndexSettings) {
    this.settings = settings;
    settings.feed.listen((trackIds) => this.follow(trackIds));
  }

  /** Begins to load, if nothing has; resolves when it is known how much there is to be searched. */
  async measured(): Promise<void> {
    await this.started().measured;
  }

  /** Begins to load, if nothing has; resolves when the curves are loaded, or known not to fit. */
  async loaded(): Promise<void> {
    await this.started().loaded;
  }

  /** Whether every curve is in memory, or on its way there. */
  get resident(): boolean {
    return this.isResident;
  }

  /** How long a search may take. */
  get budgetMs(): number {
    return this.settings.budgetMs;
  }

  /** How many tracks can be searched, of how many there are. */
  get progress(): { tracks: number; of: number } {
    if (!this.isResident) return { tracks: this.counted.tracks, of: this.counted.tracks };
    const { tracks } = this.held.amount;
    return { tracks, of: this.loads > 0 ? Math.max(tracks, this.counted.tracks) : tracks };
  }

  /** Searches the curves in memory. Throws as SearchThread does. */
  search(query: ThreadQuery, asked: Asked): Promise<TrajectoryMatches> {
    return this.running().search(query, { ...asked, budgetMs: this.settings.budgetMs });
  }

  /**
   * Searches the tracks that `choose` tells when its turn has come, fetching the curves that are not in memory. A search of
   * sections keeps what it has been given (ml/dtw/shared/curveMemory.ts), so that others may go on; one of whole tracks has
   * them until it has ended. The wait for its turn is of the time that a search may take, and what is left of that is shared
   * with the askers who wait. Throws as SearchThread does, and AppError 'unavailable' where its turn did not come in time.
   */
  async searchAmong(
    query: ThreadQuery,
    choose: () => Promise<TrackSet>,
    asked: Asked,
  ): Promise<{ among: TrackSet; answer: TrajectoryMatches }> {
    const { budgetMs } = this.settings;
    const until = performance.now() + budgetMs;
    const begin = async (among: TrackSet) => {
      await this.fetch(among, asked.signal);
      const leftMs = Math.max(0, until - performance.now());
      const answer = this.running().search(
        { ...query, among },
        { ...asked, budgetMs: leftMs / (1 + this.turns.waitingAskers) },
      );
      if (query.scope === 'track') await answer;
      return { among, answer };
    };
    return this.counts.run(asked.asker, async () => {
      const { among, answer } = await this.turns.run({ ...asked, waitMs: budgetMs }, async () => {
        const among = await choose();
        return this.mutex.run('store', () => begin(among));
      });
      return { among, answer: await answer };
    });
  }

  private async fetch(among: TrackSet, signal?: AbortSignal): Promise<void> {
    const missing = [...among].filter((trackId) => !this.held.has(trackId));
    for (const chunk of chunksOf(missing)) {
      if (signal?.aborted) throw givenUp();
      await this.store(await curvesOf(this.settings.executor, chunk));
    }
    this.remove(this.held.use(among, this.settings.memoryBytes));
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await this.thread?.stop();
  }

  private started(): Start {
    if (this.start) return this.start;
    const measured = this.measure();
    const start = {
      measured,
      loaded: this.asLoad(async () => {
        await measured;
        await this.fill();
      }),
    };
    start.loaded.catch((error: unknown) => {
      if (this.start === start) this.start = undefined;
      this.tell(error);
    });
    this.start = start;
    return start;
  }

  private running(): SearchThread {
    this.thread ??= new SearchThread((untold) => {
      this.forget();
      if (untold) this.tell(untold);
    });
    return this.thread;
  }

  private tell(fault: unknown): void {
    if (!this.isStopped) this.settings.onFault(fault);
  }

  /** The thread is gone and its memory with it: the next search begins anew. */
  private forget(): void {
    this.thread = undefined;
    this.start = undefined;
    this.held = new HeldCurves();
  }

  private async measure(): Promise<void> {
    const { feed, memoryBytes } = this.settings;
    // What is written after this look, the feed tells of.
    await feed.catchUp();
    this.isResident = curvesFit(await this.count(), memoryBytes);
    if (!this.isResident) await this.sample();
  }

  /** What was searched last says little of how much the whole library moves. */
  private async sample(): Promise<void> {
    await this.running().sampleMovement(await sampledCurves(this.settings.executor, mostSampled));
  }

  private async fill(): Promise<void> {
    const thread = this.running();
    const refreshed = (this.refreshed = new Set<number>());
    for await (const curves of allCurves(this.settings.executor)) {
      if (!this.isResident || this.thread !== thread) break;
      await this.mutex.run('store', () =>
        this.store(curves.filter(({ trackId }) => !refreshed.has(trackId))),
      );
    }
    this.refreshed = undefined;
  }

  private async count(): Promise<CurveAmount> {
    const library = await measureCurves(this.settings.executor);
    this.counted = { tracks: library.tracks, at: Date.now() };
    return library;
  }

  private async follow(trackIds: readonly number[]): Promise<void> {
    if (!this.start) return;
    if (!this.isResident) return this.drop(trackIds);
    if (trackIds.length <= curvesAtOnce) return this.refresh(trackIds);
    // Nobody waits for a whole collection: until it is read, answers say that it is not.
    this.asLoad(async () => {
      await this.count();
      for (const chunk of chunksOf(trackIds)) await this.refresh(chunk);
    }).catch((error: unknown) => {
      if (this.isStopped) return;
      void this.thread?.stop();
      this.forget();
      this.tell(error);
    });
  }

  private async asLoad(work: () => Promise<void>): Promise<void> {
    this.loads++;
    try {
      await work();
    } finally {
      this.loads--;
    }
  }

  private refresh(trackIds: readonly number[]): Promise<void> {
    return this.mutex.run('store', async () => {
      for (const trackId of trackIds) this.refreshed?.add(trackId);
      const curves = await curvesOf(this.settings.executor, trackIds);
      await this.store(curves);
      const present = new Set(curves.map(({ trackId }) => trackId));
      this.remove(trackIds.filter((trackId) => !present.has(trackId)));
    });
  }

  /** Beyond the limit, what changed is fetched again when it is asked for. */
  private drop(trackIds: readonly number[]): void {
    this.remove(trackIds);
    if (Date.now() - this.counted.at < recountMs) return;
    this.counted.at = Date.now();
    this.count().catch(this.settings.onFault);
  }

  private async store(curves: readonly EncodedCurve[]): Promise<void> {
    if (curves.length === 0) return;
    await this.running().store(curves);
    this.held.add(curves);
    if (!this.isResident || curvesFit(this.held.amount, this.settings.memoryBytes)) return;
    this.counted = { tracks: this.progress.of, at: Date.now() };
    this.isResident = false;
    await this.sample();
  }

  private remove(trackIds: Iterable<number>): void {
    this.thread?.remove(this.held.remove(trackIds));
  }
}

function chunksOf(trackIds: readonly number[]): number[][] {
  return Array.from({ length: Math.ceil(trackIds.length / curvesAtOnce) }, (_, chunk) =>
    trackIds.slice(chunk * curvesAtOnce, (chunk + 1) * curvesAtOnce),
  );
}
