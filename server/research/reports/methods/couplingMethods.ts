import type { CouplingReport } from '@/ml/coupling/couplingReport';
import type { AnalysisSpec } from '../../analyses/analysisSpec';
import { counted, listed, run, setting } from '../numbers';
import { preprocessingMethods, spaceWords } from './preprocessingMethods';

type CouplingSpec = Extract<AnalysisSpec, { kind: 'coupling' }>;

function surrogateSentences({ plan }: CouplingSpec): string[] {
  if (plan.surrogates === null) return ['Maxima over lags were not compared with chance.'];
  const made =
    plan.surrogates.kind === 'phase' ? 'randomised in phase' : 'shifted circularly by a random time';
  return [
    `Smooth series win maxima by chance: the same maximum over lags was taken with ${counted(plan.surrogates.count, 'surrogate')} of every feature, ${made} within every piece and the same for all participants; p = (b + 1) / (m + 1).`,
  ];
}

/** What a coupling analysis did. */
export function couplingMethods(spec: CouplingSpec, report: CouplingReport): string[] {
  const people = new Set(report.scales.flatMap(({ best }) => best.map(({ participant }) => participant)));
  const tested = report.scales.some(({ anova }) => anova !== null);
  const anova = tested
    ? [
        'Fisher z values of the maxima were compared by a repeated-measures analysis of variance within participants, feature by piece, for each scale apart, with Mauchly’s test of sphericity and the corrections of Greenhouse and Geisser and of Huynh and Feldt; features were compared in pairs by t tests over participants, corrected by Holm’s method.',
      ]
    : [];
  return [
    [
      `Ratings of ${counted(people.size, 'participant')} of ${counted(report.pieces.length, 'piece')} (${listed(report.pieces)}) on ${listed(spec.scales.map(spaceWords))} were correlated with ${listed(spec.spaces.map(spaceWords))}, all at one sample every ${setting(report.hopSeconds)} s, at lags of the rating of ${run(report.lagsSeconds)} s.`,
      'For every participant, piece and feature the largest correlation over lags was kept.',
      ...preprocessingMethods(spec.preprocessing, { withRecordings: false }),
    ].join(' '),
    [...anova, ...surrogateSentences(spec), `Seed ${spec.plan.seed}.`].join(' '),
  ];
}
