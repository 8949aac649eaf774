import { AppError } from '../../base/errors';
import type { AnalysisResult } from '../analyses/analysisResult';
import { readableAnalysis } from '../analyses/ownedAnalysis';
import { readResult } from '../analyses/readResult';
import type { StudyPlace } from '../studies/studyPlace';

/**
 * The result that a report is written from: of a finished analysis of one of the caller's studies. Throws AppError
 * 'not-found' where the study has no such analysis, 'unavailable' while it is not done.
 */
export async function reportedResult(
  place: StudyPlace,
  { studyId, analysisId }: { studyId: number; analysisId: number },
): Promise<AnalysisResult> {
  const analysis = await readableAnalysis(place.database, place.caller, analysisId);
  if (analysis.studyId !== studyId)
    throw new AppError(
      'not-found',
      `invalid analysisId: ${analysisId} (study ${studyId} has no analysis of this number)`,
    );
  return readResult(place, analysisId);
}
