import type { EncodingReport } from '@/ml/encoding/encodingReport';
import type { AnalysisSpec } from '../../analyses/analysisSpec';
import { counted, listed, run, setting } from '../numbers';
import { nullMethods } from './nullMethods';
import { preprocessingMethods, spaceWords } from './preprocessingMethods';
import { samplingMethods } from './samplingMethods';

type EncodingSpec = Extract<AnalysisSpec, { kind: 'encoding' }>;

function modelSentences({ spaces, plan }: EncodingSpec, { hopSeconds }: EncodingReport): string[] {
  const seconds = run(plan.delays.map((delay) => delay * hopSeconds));
  const each =
    plan.alphaFor === 'target'
      ? 'for every region and participant'
      : 'for all regions and participants together (Huth et al. 2016)';
  const alphas = [...plan.alphas].sort((a, b) => a - b);
  const range = `${setting(alphas[0])} to ${setting(alphas[alphas.length - 1])}`;
  const grid = alphas.length === 1 ? setting(alphas[0]) : `one of ${alphas.length} from ${range}`;
  const standardised =
    plan.standardise === 'columns'
      ? 'every delayed column was standardised over each piece'
      : 'every feature was standardised within each piece before it was delayed';
  const banded =
    plan.banded === null
      ? ''
      : ` Each space had a penalty of its own (banded ridge), found by random search over ${counted(plan.banded.candidates, 'Dirichlet sample')}.`;
  return [
    `Recordings were predicted from ${counted(spaces.length, 'feature space')}, ${listed(spaces.map(spaceWords))}, by ridge regression with finite-impulse-response delays of ${seconds} s; ${standardised}.`,
    `Coefficients shrink by S² / (S² + alpha), with an unpenalised intercept; alpha (${grid}) was chosen ${each} by nested cross-validation within the training data.${banded}`,
  ];
}

function foldSentences({ plan }: EncodingSpec, { hopSeconds, pieces }: EncodingReport): string[] {
  const scores = plan.score === 'r' ? "Pearson's r" : 'the coefficient of determination R²';
  const held =
    plan.folds.kind === 'pieces'
      ? `Each of the ${pieces.length} pieces was held out in turn`
      : `Each of ${plan.folds.count} contiguous blocks was held out in turn, with ${setting(plan.folds.gapSamples * hopSeconds)} s on both sides that nothing was learned from`;
  return [`${held}; scores are ${scores} of what was held out.`];
}

function contributionSentences({ contributions, contrasts }: EncodingReport): string[] {
  const has = (kind: string) => contributions.some((each) => each.kind === kind);
  const sentences: string[] = [];
  if (has('unique'))
    sentences.push(
      'The unique contribution of a space is the score of the full model less that of the model without it, over the same folds, each model with its own penalty.',
    );
  if (has('common'))
    sentences.push(
      'What spaces have in common follows from the scores of all subsets of spaces by inclusion and exclusion; negative values are kept.',
    );
  if (has('product'))
    sentences.push('The product measure shares the score of the full model out among spaces.');
  if (has('stacking'))
    sentences.push('Stacking weighs the models of single spaces so that together they predict best.');
  if (contrasts.length > 0)
    sentences.push('Contrasts are differences of the scores of two spaces’ own models.');
  return sentences;
}

function layerSentences({ layers }: EncodingReport, { plan }: EncodingSpec): string[] {
  if (!layers) return [];
  const sizes = layers.layers.map(({ columns }) => columns);
  const range = `${Math.min(...sizes)} to ${Math.max(...sizes)}`;
  const comparisons = layers.layers.length - 1;
  const surrogates =
    plan.null === null
      ? ''
      : ', and where surrogates made as much of the difference in at most 5 %, if differences were tested';
  return [
    `The ${layers.layers.length} spaces are layers of one network in the order of their depth, of ${range} columns; the preferred layer of a region is that whose own model predicts it best.`,
    `Two layers were told apart where the mean difference of their scores within participants had an interval above 0 (Student's t at 1 − 0.05 / ${comparisons}, so that the comparisons of a region hold together in 95 %)${surrogates}; otherwise they are called tied.`,
    'The mean preferred depth is the mean place of the layers, each weighted by its score where that is above 0, with an interval by the jackknife over participants.',
    'Both are told of regions whose joint score reaches the family-wise threshold, or is above 0 where nothing was tested.',
  ];
}

/** What an encoding analysis did, every number from its specification or its data. */
export function encodingMethods(spec: EncodingSpec, report: EncodingReport): string[] {
  const ceiling =
    report.ceiling === null
      ? []
      : [
          'As an approximate ceiling, the recording of each participant was correlated with the mean of all others.',
        ];
  return [
    [...samplingMethods(report, spec.preprocessing), ...preprocessingMethods(spec.preprocessing)].join(' '),
    [
      ...modelSentences(spec, report),
      ...foldSentences(spec, report),
      ...contributionSentences(report),
      ...layerSentences(report, spec),
    ].join(' '),
    [...nullMethods(spec.plan.null, report), ...ceiling, `Seed ${spec.plan.seed}.`].join(' '),
  ];
}
