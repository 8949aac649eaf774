import { totalmem } from 'node:os';
import { eq, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { studies, studyAnalyses } from '@/db/schema';
import type { AnalysisLimits } from '../../analysis/analysisClient';
import type { Job, JobEnd, JobKind, JobTools } from '../../jobs/jobKind';
import { loadStudyInput } from '../studies/prepare/loadStudyInput';
import { resultFile } from '../studies/studyFolder';
import { analyseJob, type AnalysePayload } from './analyseJob';
import { analyseStudy } from './analyseStudy';
import type { AnalysisSpec } from './analysisSpec';

/** Large studies need memory, and one decomposition of a large fold may take minutes without a word. */
const limits: AnalysisLimits = {
  memoryBytes: Math.max(3e9, totalmem() / 2),
  stallMs: 15 * 60_000,
  idleMs: 30_000,
};

/** The kind of job that computes an analysis, beside all other work: imports never wait for it. */
export function analyseKind(dataDirectory: string): JobKind<AnalysePayload> {
  return { ...analyseJob, apart: limits, run: (job, tools) => analyse(job, tools, dataDirectory) };
}

async function analyse(
  { payload: { studyId, analysisId } }: Job<AnalysePayload>,
  { database, client, signal, onProgress }: JobTools,
  dataDirectory: string,
): Promise<JobEnd> {
  const asked = await askedOf(database, analysisId);
  if (!asked) return { kind: 'failed', code: 'not-found', reason: 'the analysis was removed' };
  const caller = { personId: asked.personId };
  const study = await loadStudyInput({ database, dataDirectory, caller }, studyId);
  const path = resultFile(dataDirectory, { studyId, id: analysisId });
  const { title, spec } = asked;
  const outcome = await client.request(analyseStudy, { title, spec, study, path }, { signal, onProgress });
  if (outcome.kind !== 'answered') return outcome;
  const { digest, inputsSha256 } = outcome.answer;
  return {
    kind: 'done',
    write: async (transaction) => {
      await transaction
        .update(studyAnalyses)
        .set({ summary: digest, inputsSha256, finishedAt: sql`now()` })
        .where(eq(studyAnalyses.id, analysisId));
      return { result: digest };
    },
  };
}

async function askedOf(executor: Executor, analysisId: number) {
  const [row] = await executor
    .select({ title: studyAnalyses.title, spec: studyAnalyses.spec, personId: studies.personId })
    .from(studyAnalyses)
    .innerJoin(studies, eq(studies.id, studyAnalyses.studyId))
    .where(eq(studyAnalyses.id, analysisId));
  // Checked when it was stored, and written by nobody else.
  return row && { ...row, spec: row.spec as AnalysisSpec };
}
