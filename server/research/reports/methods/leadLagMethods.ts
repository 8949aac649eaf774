import type { LeadLagAnswer } from '../../analyses/analysisResult';
import type { AnalysisSpec } from '../../analyses/analysisSpec';
import { listed, run, setting } from '../numbers';
import { preprocessingMethods } from './preprocessingMethods';
import { samplingMethods } from './samplingMethods';

type LeadLagSpec = Extract<AnalysisSpec, { kind: 'leadLag' }>;

const names = (spaces: readonly { name: string }[]) => listed(spaces.map(({ name }) => name));

function directionSentences({ plan, scales, spaces }: LeadLagSpec): string[] {
  const lags = `lags of ${run(plan.lagsSeconds)} s, each a model of its own`;
  const beside =
    spaces.length > 0 ? ` and over ${names(spaces)} at delays of ${run(plan.featureDelays)} samples` : '';
  return plan.directions.map((direction) =>
    direction === 'ratings to brain'
      ? `Recordings were predicted from ${names(scales)} at ${lags}, alone and over the other ratings at the same lag.`
      : `Each region's recording was tried as a predictor of ${names(scales)} at ${lags}: the gain over the last ${setting(plan.pastSeconds)} s of the rating itself${beside}.`,
  );
}

function testSentence({ plan }: LeadLagSpec): string {
  return plan.null === null
    ? 'Scores were not tested.'
    : `Scores were compared with ${plan.null.count} surrogates of what predicts, randomised in phase, p = (b + 1) / (m + 1), family-wise by the maximum over regions and lags.`;
}

/** What an analysis of leads and lags did. */
export function leadLagMethods(spec: LeadLagSpec, { directions, pieces }: LeadLagAnswer): string[] {
  const [{ participants, targets, hopSeconds }] = directions;
  const { alphas, folds, score, seed } = spec.plan;
  const held =
    folds.kind === 'pieces'
      ? 'one piece after the other'
      : `${folds.count} contiguous blocks with gaps of ${folds.gapSamples} samples`;
  const scored = score === 'r' ? 'Pearson correlation' : 'share of variance (R²)';
  return [
    [
      ...samplingMethods({ participants, targets, hopSeconds, pieces }, spec.preprocessing),
      ...preprocessingMethods(spec.preprocessing),
    ].join(' '),
    [
      ...directionSentences(spec),
      `Ridge regression with alpha of ${run(alphas)} held out ${held}; scores are the ${scored} of what was held out.`,
      testSentence(spec),
      `Seed ${seed}.`,
    ].join(' '),
  ];
}
