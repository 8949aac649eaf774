import { createHash } from 'node:crypto';
import type { InputSeries, StudyInput } from '../studies/prepare/studyInput';
import type { AnalysisSpec } from './analysisSpec';

/**
 * SHA-256 over everything that an analysis' numbers depend on: what was asked, the versions, the pieces and regions, and
 * of each series that took part its numbers and its times. Where it stands on disk, what it is numbered
 * and what file it was read from does not count.
 */
export function inputsHash(
  spec: AnalysisSpec,
  study: StudyInput,
  { used, versions }: { used: InputSeries[]; versions: Record<string, string> },
): string {
  const series = used.map((each) => ({ ...each, id: undefined, path: undefined, source: undefined }));
  const all = { spec, versions, stimuli: study.stimuli, targets: study.targets, series };
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}
