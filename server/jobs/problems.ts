import { and, count, desc, eq, isNotNull, or } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { jobs } from '@/db/schema';
import type { Caller } from '../access/caller';
import { isVisibleJob } from './visibleJobs';

/** A job that failed, or one with something odd about what it did. */
interface Problem {
  jobId: number;
  kind: string;
  /** What people call it, and what it works on in full where that says more. */
  label: string;
  detail: string | null;
  state: 'failed' | 'done';
  failure: string | null;
  failureCode: string | null;
  warning: string | null;
  finishedAt: string;
}

const isProblem = or(eq(jobs.state, 'failed'), and(eq(jobs.state, 'done'), isNotNull(jobs.warning)));

/** The newest problems, and how many there are in all. */
export interface Problems {
  total: number;
  rows: Problem[];
}

/** Failures and warnings, newest first, until they are retried or dismissed. */
export async function problems(executor: Executor, limit: number, caller?: Caller): Promise<Problems> {
  const wanted = and(isProblem, isVisibleJob(executor, caller));
  const [{ total }] = await executor.select({ total: count() }).from(jobs).where(wanted);
  const rows = await executor.select().from(jobs).where(wanted).orderBy(desc(jobs.finishedAt)).limit(limit);
  return { total, rows: rows.map(toProblem) };
}

function toProblem(job: typeof jobs.$inferSelect): Problem {
  const { id, kind, label, detail, state, failure, failureCode, warning, finishedAt, createdAt } = job;
  return {
    jobId: id,
    kind,
    label,
    detail,
    state: state === 'failed' ? 'failed' : 'done',
    failure,
    failureCode,
    warning,
    finishedAt: (finishedAt ?? createdAt).toISOString(),
  };
}
