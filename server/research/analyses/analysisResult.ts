import type { CouplingReport } from '@/ml/coupling/couplingReport';
import type { EncodingReport, TestedMap } from '@/ml/encoding/encodingReport';
import type { LeadLagReport } from '@/ml/encoding/leadLag/leadLagReport';
import type { Target } from '@/ml/encoding/preparedStudy';
import type { StudyProblem } from '../studies/check/studyProblem';
import type { AnalysisSpec } from './analysisSpec';

/** How alike the recordings of different people are. */
export interface IntersubjectReport {
  targets: Target[];
  participants: string[];
  pieces: { name: string; mood: string | null; samples: number }[];
  hopSeconds: number;
  /** Leave-one-out correlations over all pieces: [participant][target]; null where there is no recording. */
  table: (number | null)[][];
  tested: TestedMap;
  remarks: string[];
}

/** Who leads: ratings or recordings. */
export interface LeadLagAnswer {
  /** One a direction that was asked for. */
  directions: LeadLagReport[];
  pieces: { name: string; mood: string | null; samples: number }[];
  remarks: string[];
}

/** What an analysis found, by kind. */
export type AnalysisReport =
  | { kind: 'encoding'; report: EncodingReport }
  | { kind: 'coupling'; report: CouplingReport }
  | { kind: 'leadLag'; report: LeadLagAnswer }
  | { kind: 'intersubject'; report: IntersubjectReport };

/** A whole analysis as it is kept, downloaded and exported: with it, everything can be done again. */
export type AnalysisResult = {
  format: 'circumplex analysis';
  formatVersion: 1;
  study: { title: string; simulated: boolean };
  title: string;
  spec: AnalysisSpec;
  seed: number;
  /** Of the program, and of whatever else numbers depend on. */
  versions: Record<string, string>;
  /** SHA-256 over specification, versions and the numbers of every series that took part. */
  inputsSha256: string;
  /** The series that took part. */
  inputs: { kind: string; stimulus: string; participant: string | null; name: string; sha256: string }[];
  /** What was left out of it, and what else a reader should know of the data. */
  problems: StudyProblem[];
} & AnalysisReport;

/** The most telling numbers of a result, for lists. */
export interface AnalysisDigest {
  participants: number;
  pieces: number;
  targets: number;
  /** The best region by the group's mean score, or the best feature of a coupling; null for none. */
  best: { name: string; value: number; p: number | null } | null;
  /** How many regions (or features) have a family-wise p below .05; null where nothing was tested. */
  significant: number | null;
  remarks: number;
  problems: number;
  /**
   * Of an analysis that came with an exported study: its file there, the version that computed it, and how many of the
   * series it was computed from are not this study's. Left out for one that was computed here.
   */
  brought?: { file: string; program: string; otherInputs: number };
}
