import type { EncodingReport } from '@/ml/encoding/encodingReport';
import { AppError } from '../../base/errors';
import type { AnalysisResult } from './analysisResult';

/** What a region is told by, of an encoding analysis. */
export interface RegionStory {
  target: string;
  /** By piece: the group mean of held-out predictions beside what was measured, [sample]. */
  pieces: { name: string; predicted: number[]; measured: number[] }[];
  hopSeconds: number;
  delays: number[];
  /** By space, [delay]. */
  weights: Record<string, number[]>;
}

/** The courses of one region. Throws AppError 'not-found', or 'invalid' for an analysis of another kind. */
export function regionStory(result: AnalysisResult, target: string): RegionStory {
  if (result.kind !== 'encoding')
    throw new AppError(
      'invalid',
      `invalid analysisId: it is a ${result.kind} analysis (encoding predicts regions)`,
    );
  const { report } = result;
  const at = report.targets.findIndex(({ name }) => name === target);
  if (at === -1)
    throw new AppError('not-found', `invalid target: ${target} (the analysis has no such region)`);
  return {
    target,
    pieces: report.pieces.map(({ name }, piece) => ({
      name,
      predicted: report.predicted[piece][at],
      measured: report.measured[piece][at],
    })),
    hopSeconds: report.hopSeconds,
    delays: report.delays,
    weights: Object.fromEntries(Object.entries(report.weights).map(([space, rows]) => [space, rows[at]])),
  };
}

const courses: string[] = ['predicted', 'measured', 'weights'];

/** A result without the parts that grow with samples times regions, which are asked for by region. */
export type LightResult =
  | Exclude<AnalysisResult, { kind: 'encoding' }>
  | (Omit<Extract<AnalysisResult, { kind: 'encoding' }>, 'report'> & {
      report: Omit<EncodingReport, 'predicted' | 'measured' | 'weights'>;
    });

export function withoutCourses(result: AnalysisResult): LightResult {
  if (result.kind !== 'encoding') return result;
  const report = Object.fromEntries(
    Object.entries(result.report).filter(([part]) => !courses.includes(part)),
  ) as Omit<EncodingReport, 'predicted' | 'measured' | 'weights'>;
  return { ...result, report };
}
