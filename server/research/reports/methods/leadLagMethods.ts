import type { AnalysisSpec } from '../../analyses/analysisSpec';
import type { LeadLagAnswer } from '../../analyses/analysisResult';
import { listed, run, setting } from '../numbers';
import { preprocessingMethods, spaceWords } from './preprocessingMethods';
import { samplingMethods } from './samplingMethods';

type LeadLagSpec = Extract<AnalysisSpec, { kind: 'leadLag' }>;

function toBrain({ scales, plan }: LeadLagSpec): string {
  const over =
    scales.length > 1
      ? ', each scale alone and, as the gain over the model without it, over the others at the same lag'
      : '';
  return `Recordings were predicted from ${listed(scales.map(spaceWords))} by ridge regression, a model for each lag of ${run(plan.lagsSeconds)} s of the recording behind the rating${over}.`;
}

function toRatings({ scales, spaces, plan }: LeadLagSpec, hopSeconds: number): string {
  const features =
    spaces.length === 0
      ? ''
      : ` and over ${listed(spaces.map(spaceWords))} at delays of ${run(plan.featureDelays.map((delay) => delay * hopSeconds))} s`;
  return `Ratings (${listed(scales.map(spaceWords))}) were predicted from each region, a model for each lag of ${run(plan.lagsSeconds)} s of the rating behind the recording: the score is the gain over the rating’s own past of ${setting(plan.pastSeconds)} s up to the time of the region’s sample${features}.`;
}

function testSentences({ plan }: LeadLagSpec): string[] {
  if (plan.null === null) return ['Scores were not tested.'];
  return [
    `What predicts was randomised in phase ${plan.null.count} times, with the same phases for all participants; the statistic was the mean over participants, p = (b + 1) / (m + 1), family-wise by the maximum over all lags and regions, false discovery rates after Benjamini and Hochberg (1995).`,
  ];
}

/** What an analysis of leads and lags did. */
export function leadLagMethods(spec: LeadLagSpec, { directions, pieces }: LeadLagAnswer): string[] {
  const [first] = directions;
  const { plan } = spec;
  const asked = directions.map(({ direction, hopSeconds }) =>
    direction === 'ratings to brain' ? toBrain(spec) : toRatings(spec, hopSeconds),
  );
  const held =
    plan.folds.kind === 'pieces'
      ? `Each of the ${pieces.length} pieces was held out in turn`
      : `Each of ${plan.folds.count} contiguous blocks was held out in turn`;
  const score = plan.score === 'r' ? 'Pearson’s r' : 'the coefficient of determination R²';
  const alphas = [...plan.alphas].sort((a, b) => a - b);
  return [
    [
      ...samplingMethods({ ...first, pieces }, spec.preprocessing),
      ...preprocessingMethods(spec.preprocessing),
    ].join(' '),
    [
      ...asked,
      `${held}; scores are ${score} of what was held out. Penalties (${alphas.length} from ${setting(alphas[0])} to ${setting(alphas[alphas.length - 1])}) were chosen by nested cross-validation.`,
    ].join(' '),
    [...testSentences(spec), `Seed ${plan.seed}.`].join(' '),
  ];
}
