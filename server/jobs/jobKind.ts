import type { z } from 'zod';
import type { Database, Executor } from '@/db/open';
import type { AnalysisClient, AnalysisLimits } from '../analysis/analysisClient';
import type { AnalysisFailure, ProgressListener } from '../analysis/analysisKind';

/** A kind of job as those who queue it know it. */
export interface JobDefinition<Payload> {
  /** Stands in the database: never to be changed. */
  readonly name: string;
  /** The shape of what a job is to do, checked when it is queued and when it is taken. */
  readonly payload: z.ZodType<Payload>;
}

/** A kind of job with what does it. */
export interface JobKind<Payload> extends JobDefinition<Payload> {
  /**
   * Set for work that takes long: it is done one after the other in a lane of its own beside all other work, which
   * never waits for it, by a process with limits of its own.
   */
  readonly apart?: AnalysisLimits;
  /**
   * Does one job. Every way it can go is an end; what is thrown is a fault of the database, after which the job is
   * taken up again.
   */
  run(job: Job<Payload>, tools: JobTools): Promise<JobEnd>;
  /** Called in the transaction in which a job of this kind fails. */
  whenFailed?(executor: Executor, jobId: number): Promise<void>;
  /** Called in the transaction that forgets failed jobs of this kind, before it does. Returns what is to follow it. */
  whenForgotten?(executor: Executor, jobIds: number[]): Promise<FollowUp>;
}

/** What is to be done once a transaction is over: it looks itself whether that was committed. */
export type FollowUp = (database: Database) => Promise<void>;

/** One job in hand. */
export interface Job<Payload> {
  id: number;
  label: string;
  payload: Payload;
}

/** What a job needs to be done. */
export interface JobTools {
  database: Database;
  /** An analysis process that is the job's own meanwhile. */
  client: AnalysisClient;
  /** Stops the work; a result that is being written is still written. */
  signal: AbortSignal;
  onProgress: ProgressListener;
  /**
   * Waits until no other job of this runner is alone under `key`, and is it from then on until this job has ended. One
   * key a job: two jobs with two keys each might wait for each other.
   */
  alone: (key: string) => Promise<void>;
}

/** What is kept of a job that is done. */
export interface JobResult {
  result?: unknown;
  /** What is odd although it was done, in plain words. */
  warning?: string | null;
  /** Seconds of sound that were heard, where that is now known better. */
  audioSeconds?: number | null;
}

/** How the work on a job ended. */
export type JobEnd =
  /** Done; `write` keeps what came of it, in the transaction that ends the job: both or neither. */
  | {
      kind: 'done';
      write?: (executor: Executor) => Promise<JobResult>;
      /** Called once that is committed; not called where the program is killed in between. */
      afterwards?: () => Promise<void>;
    }
  | AnalysisFailure
  /** Its process ended: to be tried again, three times in all. */
  | { kind: 'died'; reason: string }
  /** Back into the queue as it was. */
  | { kind: 'stopped' };

/** Thrown by `write` to undo it and have the job done again: what it built on is no longer so. */
export class DoAgain extends Error {}
