import type { AnalysisResult } from '../analyses/analysisResult';
import { readableAnalysisOf } from '../analyses/ownedAnalysis';
import { readResult } from '../analyses/readResult';
import type { StudyPlace } from '../studies/studyPlace';

/**
 * The result that a report is written from: of a finished analysis of a study that is the caller's, or shared. Throws AppError
 * 'not-found' where the study has no such analysis, 'unavailable' while it is not done.
 */
export async function reportedResult(
  place: StudyPlace,
  { studyId, analysisId }: { studyId: number; analysisId: number },
): Promise<AnalysisResult> {
  await readableAnalysisOf(place.database, place.caller, { studyId, analysisId });
  return readResult(place, analysisId);
}
