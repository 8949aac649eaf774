import type { AnalysisEnd } from './analysisKind';

/** What the client sends: the name of a kind, and what it is asked. */
export interface AnalysisRequest {
  kind: string;
  input: unknown;
}

/** What the process sends: how far it has come (0..1, with the length in seconds once known), then its answer. */
export type AnalysisReport =
  { kind: 'progress'; fraction: number; audioSeconds: number | null } | AnalysisEnd<unknown>;
