import type { AnalysisSpec } from '../../analyses/analysisSpec';
import type { IntersubjectReport } from '../../analyses/analysisResult';
import { preprocessingMethods } from './preprocessingMethods';
import { samplingMethods } from './samplingMethods';

type IntersubjectSpec = Extract<AnalysisSpec, { kind: 'intersubject' }>;

function testSentence({ plan }: IntersubjectSpec): string {
  if (plan.null === null) return 'Correlations were not tested.';
  const { kind, count } = plan.null;
  const way =
    kind === 'bootstrap'
      ? `the mean over pairs was compared with that of ${count} groups of participants drawn with replacement`
      : `their mean was compared with ${count} sets of recordings, each participant’s randomised in phase apart`;
  return `Leave-one-out correlations depend on each other, so that no t test is valid: ${way}, p = (b + 1) / (m + 1), family-wise by the maximum over regions.`;
}

/** What an analysis of the likeness between participants did. */
export function intersubjectMethods(spec: IntersubjectSpec, report: IntersubjectReport): string[] {
  return [
    [...samplingMethods(report, spec.preprocessing), ...preprocessingMethods(spec.preprocessing)].join(' '),
    `Each participant’s recording was correlated with the mean of all others’. ${testSentence(spec)} Seed ${spec.plan.seed}.`,
  ];
}
