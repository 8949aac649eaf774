import { eq } from 'drizzle-orm';
import { studyAnalyses } from '@/db/schema';
import { cleanText } from '../../base/cleanText';
import { parseInput } from '../../base/parseInput';
import { enqueueJobs, openBatch } from '../../jobs/enqueueJobs';
import { requirePossible } from './requirePossible';
import { ownedStudy } from '../studies/ownedStudy';
import { analysisKey } from '../studies/studyJobs';
import type { StudyPlace } from '../studies/studyPlace';
import { analyseJob } from './analyseJob';
import { analysisSpec, type AnalysisSpec, type AnalysisSpecInput } from './analysisSpec';

/** An analysis to be made. */
export interface NewAnalysis {
  studyId: number;
  /** What it is called in lists; told from what it asks where it is left out. */
  title?: string;
  spec: AnalysisSpecInput;
}

/**
 * Queues an analysis of a study of the caller's. Returns its number, and that of its batch, which can be followed.
 * Throws AppError 'not-found', or 'invalid' for a specification that this study cannot answer.
 */
export async function startAnalysis(
  { database, caller }: Pick<StudyPlace, 'database' | 'caller'>,
  { studyId, title, spec: given }: NewAnalysis,
): Promise<{ analysisId: number; batchId: number }> {
  const spec = parseInput(analysisSpec, given);
  return database.transaction(async (transaction) => {
    await ownedStudy(transaction, caller, studyId);
    await requirePossible(transaction, studyId, spec);
    const called = cleanText(title) ?? titleOf(spec);
    const [{ id }] = await transaction
      .insert(studyAnalyses)
      .values({ studyId, kind: spec.kind, title: called, spec })
      .returning({ id: studyAnalyses.id });
    const label = `study ${studyId}: ${kindWords[spec.kind]}`;
    const batchId = await openBatch(transaction, label, caller);
    const [job] = await enqueueJobs(transaction, analyseJob, {
      batchId,
      jobs: [{ payload: { studyId, analysisId: id }, label, exclusiveKey: analysisKey({ studyId, id }) }],
    });
    await transaction.update(studyAnalyses).set({ jobId: job.id }).where(eq(studyAnalyses.id, id));
    return { analysisId: id, batchId };
  });
}

const kindWords = {
  encoding: 'encoding',
  coupling: 'features and ratings',
  leadLag: 'ratings before and after the brain',
  intersubject: 'inter-subject correlation',
};

function titleOf(spec: AnalysisSpec): string {
  const listed = (spaces: { name: string }[]) => spaces.map(({ name }) => name).join(', ');
  switch (spec.kind) {
    case 'encoding': {
      const { spaces, plan } = spec;
      return plan.layers
        ? `${spaces.length} layers, ${spaces[0].name} to ${spaces[spaces.length - 1].name}, to the brain`
        : `${listed(spaces)} to the brain`;
    }
    case 'coupling':
      return `${listed(spec.spaces)} with ${listed(spec.scales)}`;
    case 'leadLag':
      return `${listed(spec.scales)} before and after the brain`;
    case 'intersubject':
      return 'inter-subject correlation';
  }
}
