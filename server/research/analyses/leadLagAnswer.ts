import { availableParallelism } from 'node:os';
import { leadLag } from '@/ml/encoding/leadLag/leadLag';
import type { PreparedStudy } from '@/ml/encoding/preparedStudy';
import type { LeadLagAnswer } from './analysisResult';
import type { AnalysisSpec } from './analysisSpec';

/** Who leads, ratings or recordings, in each direction that is asked for. Throws RangeError for what cannot be told. */
export async function leadLagAnswer(
  study: PreparedStudy,
  spec: Extract<AnalysisSpec, { kind: 'leadLag' }>,
  onProgress: (fraction: number) => void,
): Promise<LeadLagAnswer> {
  const { directions, ...plan } = spec.plan;
  const scales = spec.scales.map(({ name }) => name);
  const features = spec.spaces.map(({ name }) => name);
  const reports: LeadLagAnswer['directions'] = [];
  for (const [at, direction] of directions.entries())
    reports.push(
      await leadLag(
        study,
        { ...plan, scales, features, direction },
        {
          onProgress: (fraction) => onProgress((at + fraction) / directions.length),
          threads: availableParallelism(),
        },
      ),
    );
  return {
    directions: reports,
    pieces: study.pieces.map(({ name, mood, samples }) => ({ name, mood, samples })),
    remarks: [...new Set(reports.flatMap(({ remarks }) => remarks))],
  };
}
