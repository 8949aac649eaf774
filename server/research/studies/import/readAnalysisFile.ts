import type { StudyAnalysisKind } from '@/db/schema';
import { analysisKind } from '../../../analysis/analysisKind';
import type { AnalysisDigest } from '../../analyses/analysisResult';
import type { AnalysisSpec } from '../../analyses/analysisSpec';

/** What copies end with until the study has them. */
export const copyEnding = '.brought';

/** An analysis that was brought and checked, its answer copied to the byte. */
export interface ReadAnalysis {
  kind: StudyAnalysisKind;
  title: string;
  spec: AnalysisSpec;
  digest: AnalysisDigest;
  inputsSha256: string;
  /** SHA-256 of the numbers of every series that it was computed from. */
  inputs: string[];
  /** Circumplex as it was: its version. */
  program: string;
  /** The name of the copy in the folder that it was written to. */
  copy: string;
}

/** A brought analysis, checked, and copied into a folder. */
export const readAnalysisFile = analysisKind<{ path: string; name: string; folder: string }, ReadAnalysis>(
  'read-study-analysis',
);
