import { analysisKind } from '../../analysis/analysisKind';
import type { StudyInput } from '../studies/prepare/studyInput';
import type { AnalysisDigest } from './analysisResult';
import type { AnalysisSpec } from './analysisSpec';

/** An analysis to be computed, and where its answer goes. */
export interface AnalysisWork {
  title: string;
  spec: AnalysisSpec;
  study: StudyInput;
  /** The whole answer is written there, or nothing. */
  path: string;
}

/** An analysis of a study, written to a file. */
export const analyseStudy = analysisKind<AnalysisWork, { digest: AnalysisDigest; inputsSha256: string }>(
  'analyse-study',
);
