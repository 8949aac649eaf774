import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@/db/open';
import { AnalysisClient, defaultLimits, type AnalysisLimits } from '../analysis/analysisClient';
import type { JobKind } from './jobKind';
import { claimJob, reclaimExpired, reclaimOrphans, renewLeases, type JobRow } from './jobLeases';
import { newLeaseOwner } from './leaseOwner';
import { Mutex } from '../base/mutex';
import { runJob } from './runJob';

export interface JobRunnerOptions {
  database: Database;
  /** What it can do; jobs of other kinds are left to others. */
  kinds: JobKind<unknown>[];
  /** Analysis processes at work side by side; kinds of work that are done apart have one more of their own. */
  workers: number;
  limits?: AnalysisLimits;
  /** Told of faults of the database; the runner waits and goes on. */
  onFault: (error: unknown) => void;
}

interface InHand {
  job: JobRow;
  progress: number;
  audioSeconds: number | null;
  abort: AbortController;
}

/** How often progress is told and leases are renewed, and how long an idle runner waits before it looks again. */
const beatMs = 1000;
/** How often the jobs of others that went silent are looked for. */
const reclaimMs = 15_000;

/**
 * Takes jobs from the queue and does them, `workers` at a time. Any number of runners, in any number of
 * processes, may share one queue: a job in hand is held by a lease, and the jobs of a runner that dies are taken
 * up by the others, at once where its process is seen to be gone.
 */
export class JobRunner {
  private readonly owner = newLeaseOwner();
  private readonly mutex = new Mutex();
  private readonly inHand = new Map<number, InHand>();
  private readonly stopping = new AbortController();
  private lanes: Promise<void>[] = [];
  private roused = new AbortController();

  constructor(private readonly options: JobRunnerOptions) {}

  /** What it can do. */
  get kinds(): JobKind<unknown>[] {
    return this.options.kinds;
  }

  /** Begins to work; jobs whose runner died are taken up first. */
  start(): void {
    if (this.lanes.length > 0) return;
    const reclaimed = this.guard(() => this.reclaim());
    const { workers, kinds, limits = defaultLimits } = this.options;
    const common = kinds.filter(({ apart }) => !apart).map(({ name }) => name);
    this.lanes = [
      ...Array.from({ length: workers }, () => reclaimed.then(() => this.lane(common, limits))),
      ...kinds.flatMap(({ name, apart }) => (apart ? reclaimed.then(() => this.lane([name], apart)) : [])),
      this.repeat(beatMs, () => this.beat()),
      this.repeat(reclaimMs, () => this.reclaim()),
    ];
  }

  /** Says that there are new jobs, so that they begin at once. */
  wake(): void {
    this.roused.abort();
    this.roused = new AbortController();
  }

  /** Stops: jobs in hand go back into the queue as they were. Resolves when nothing runs any more. */
  async stop(): Promise<void> {
    this.stopping.abort();
    for (const { abort } of this.inHand.values()) abort.abort();
    this.wake();
    await Promise.all(this.lanes);
    this.lanes = [];
  }

  private async lane(names: string[], limits: AnalysisLimits): Promise<void> {
    const { database } = this.options;
    const client = new AnalysisClient(limits);
    while (!this.stopping.signal.aborted) {
      const job = await this.guard(() => claimJob(database, this.owner, names));
      if (!job) {
        await this.pause(beatMs * this.options.workers);
        continue;
      }
      this.wake();
      await this.work(job, client);
    }
    client.close();
  }

  private async work(job: JobRow, client: AnalysisClient): Promise<void> {
    const hand: InHand = { job, progress: 0, audioSeconds: null, abort: new AbortController() };
    this.inHand.set(job.id, hand);
    if (this.stopping.signal.aborted) hand.abort.abort();
    const { database, kinds } = this.options;
    const kind = kinds.find(({ name }) => name === job.kind);
    if (kind)
      await this.guard(() =>
        runJob(job, {
          kind,
          owner: this.owner,
          mutex: this.mutex,
          tools: {
            database,
            client,
            signal: hand.abort.signal,
            onProgress: (progress, audioSeconds) => Object.assign(hand, { progress, audioSeconds }),
          },
        }),
      );
    this.inHand.delete(job.id);
  }

  /** Tells progress, keeps the leases, and stops work on jobs that were cancelled or taken over. */
  private async beat(): Promise<void> {
    const hands = [...this.inHand.values()];
    if (hands.length === 0) return;
    const rows = hands.map(({ job, progress, audioSeconds }) => ({ id: job.id, progress, audioSeconds }));
    const kept = await renewLeases(this.options.database, this.owner, rows);
    for (const { job, abort } of hands) if (!kept.has(job.id)) abort.abort();
  }

  /** Puts the jobs of runners that are gone or went silent back into the queue. */
  private async reclaim(): Promise<void> {
    await reclaimOrphans(this.options.database);
    await reclaimExpired(this.options.database);
  }

  private async repeat(everyMs: number, work: () => Promise<void>): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await sleep(everyMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      if (!this.stopping.signal.aborted) await this.guard(work);
    }
  }

  /** Waits until woken or stopped, `longestMs` at most. */
  private async pause(longestMs: number): Promise<void> {
    const { signal } = this.roused;
    await sleep(longestMs, undefined, { signal }).catch(() => undefined);
  }

  /** Does `work`; a fault of the database is told, waited out, and gives undefined. */
  private async guard<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.options.onFault(error);
      await this.pause(beatMs);
      return undefined;
    }
  }
}
