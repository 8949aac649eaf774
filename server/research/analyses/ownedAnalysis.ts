import { eq } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { jobs, studyAnalyses } from '@/db/schema';
import type { Caller } from '../../access/caller';
import { AppError } from '../../base/errors';
import { ownedStudy, readableStudy } from '../studies/ownedStudy';
import { summaryOf, type AnalysisSummary } from './listAnalyses';

/** An analysis of one of the caller's studies. Throws AppError 'not-found' also for another person's. */
export function ownedAnalysis(
  executor: Executor,
  caller: Caller,
  analysisId: number,
): Promise<AnalysisSummary> {
  return analysisOf(executor, analysisId, (studyId) => ownedStudy(executor, caller, studyId));
}

/** An analysis of a study that is the caller's, or shared. Throws AppError 'not-found' for any other. */
export function readableAnalysis(
  executor: Executor,
  caller: Caller,
  analysisId: number,
): Promise<AnalysisSummary> {
  return analysisOf(executor, analysisId, (studyId) => readableStudy(executor, caller, studyId));
}

/** The same, of the study by which it is asked for. Throws AppError 'not-found' also for another study's. */
export async function readableAnalysisOf(
  executor: Executor,
  caller: Caller,
  { studyId, analysisId }: { studyId: number; analysisId: number },
): Promise<AnalysisSummary> {
  const analysis = await readableAnalysis(executor, caller, analysisId);
  if (analysis.studyId === studyId) return analysis;
  throw new AppError(
    'not-found',
    `invalid analysisId: ${analysisId} (study ${studyId} has no analysis of this number)`,
  );
}

async function analysisOf(
  executor: Executor,
  analysisId: number,
  requireStudy: (studyId: number) => Promise<unknown>,
): Promise<AnalysisSummary> {
  const [row] = await executor
    .select()
    .from(studyAnalyses)
    .leftJoin(jobs, eq(jobs.id, studyAnalyses.jobId))
    .where(eq(studyAnalyses.id, analysisId));
  const unknown = new AppError(
    'not-found',
    `invalid analysisId: ${analysisId} (you have no analysis of this number)`,
  );
  if (!row) throw unknown;
  await requireStudy(row.study_analyses.studyId).catch((error: unknown) => {
    throw error instanceof AppError ? unknown : error;
  });
  return summaryOf(row.study_analyses, row.jobs);
}
