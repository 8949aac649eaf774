import { desc, eq } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { jobs, studyAnalyses, type StudyAnalysisKind } from '@/db/schema';
import type { Caller } from '../../access/caller';
import { readableStudy } from '../studies/ownedStudy';
import type { AnalysisSpec } from './analysisSpec';
import type { AnalysisDigest } from './analysisResult';
import { secondsLeft } from './secondsLeft';

type AnalysisState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** An analysis as lists show it. */
export interface AnalysisSummary {
  id: number;
  studyId: number;
  kind: StudyAnalysisKind;
  title: string;
  spec: AnalysisSpec;
  state: AnalysisState;
  /** 0..1. */
  progress: number;
  secondsLeft: number | null;
  /** Why it failed, in plain words. */
  failure: string | null;
  /** The most telling numbers; null until it is done. */
  digest: AnalysisDigest | null;
  /** SHA-256 over everything that the answer depends on; null until it is done. */
  inputsSha256: string | null;
  jobId: number | null;
  createdAt: string;
  finishedAt: string | null;
}

/** The analyses of a study of the caller's, newest first. Throws AppError 'not-found'. */
export async function listAnalyses(
  executor: Executor,
  caller: Caller,
  studyId: number,
): Promise<AnalysisSummary[]> {
  await readableStudy(executor, caller, studyId);
  const rows = await executor
    .select()
    .from(studyAnalyses)
    .leftJoin(jobs, eq(jobs.id, studyAnalyses.jobId))
    .where(eq(studyAnalyses.studyId, studyId))
    .orderBy(desc(studyAnalyses.id));
  return rows.map(({ study_analyses: analysis, jobs: job }) => summaryOf(analysis, job));
}

type AnalysisRow = typeof studyAnalyses.$inferSelect;
type JobOfIt = typeof jobs.$inferSelect | null;

/** An analysis with how its job stands; one whose job is forgotten has failed. */
export function summaryOf(analysis: AnalysisRow, job: JobOfIt): AnalysisSummary {
  const { id, studyId, kind, title, inputsSha256, jobId, createdAt, finishedAt } = analysis;
  const state = finishedAt !== null ? 'done' : stateOf(job);
  return {
    ...{ id, studyId, kind, title, inputsSha256, jobId, state },
    // Checked when it was stored, and written by nobody else.
    spec: analysis.spec as AnalysisSpec,
    digest: analysis.summary as AnalysisDigest | null,
    progress: state === 'done' ? 1 : (job?.progress ?? 0),
    secondsLeft: job !== null && state === 'running' ? secondsLeft(job) : null,
    failure: state === 'failed' ? (job?.failure ?? 'its job was taken off the list') : null,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

/** A job can be done only together with its analysis. */
function stateOf(job: JobOfIt): AnalysisState {
  return job === null || job.state === 'done' ? 'failed' : job.state;
}
