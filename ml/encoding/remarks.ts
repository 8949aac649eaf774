import { type EncodingContext } from './encodingContext';
import { hasAllSubsets } from './scores/modelSets';
import { mostStacked } from './shares/stacking';
import { type ModelFit } from './ridge/fitModel';
import { type FittedModels } from './ridge/fitModels';

/** Beyond this share of choices at an end of the grid, the grid is said to be too narrow. */
const manyAtEdge = 0.1;

/** What a reader of the report must know, in plain words. */
export function remarksOn(context: EncodingContext, fitted: FittedModels): string[] {
  return [
    ...pieceRemarks(context),
    ...participantRemarks(context),
    ...spaceRemarks(context),
    ...layerRemarks(context),
    ...edgeRemarks(context, fitted),
    ...nullRemarks(context),
  ];
}

function pieceRemarks({ study, plan }: EncodingContext): string[] {
  if (plan.folds.kind !== 'pieces') return [];
  const moods = new Set(study.pieces.map(({ mood }) => mood).filter((mood) => mood !== null));
  if (study.pieces.length > 3 || moods.size < 2) return [];
  return [
    `With ${study.pieces.length} pieces of ${moods.size} moods, leaving one out tests transfer between moods: what is learned from some is tried on another.`,
  ];
}

function participantRemarks({ study, cohorts }: EncodingContext): string[] {
  const counted = new Set(cohorts.flatMap(({ participants }) => participants));
  const out = study.participants.filter((_, participant) => !counted.has(participant));
  const partly = cohorts
    .filter(({ pieces }) => pieces.length < study.pieces.length)
    .flatMap(({ participants, pieces }) =>
      participants.map(
        (each) => `${study.participants[each]} (${pieces.length} of ${study.pieces.length} pieces)`,
      ),
    );
  return [
    ...(out.length > 0
      ? [`Left out, with too few pieces of their own to learn from and test on: ${out.join(', ')}.`]
      : []),
    ...(partly.length > 0 ? [`Counted with the pieces that they have: ${partly.join(', ')}.`] : []),
    ...(counted.size < 10 ? [`${counted.size} participants are few: what is found speaks of them.`] : []),
  ];
}

function spaceRemarks({ plan: { spaces } }: EncodingContext): string[] {
  return [
    ...(hasAllSubsets(spaces)
      ? []
      : [
          `What several of ${spaces.length} spaces have in common is left out: it takes a model for every set of them.`,
        ]),
    ...(spaces.length > mostStacked ? [`Stacking is left out with more than ${mostStacked} spaces.`] : []),
  ];
}

function layerRemarks({ plan }: EncodingContext): string[] {
  if (plan.layers !== true) return [];
  const untested = plan.null?.kind === 'phase' && plan.null.refit && plan.null.models === 'full';
  return [
    'How far the preferred layer is ahead is told over participants, who heard the same pieces: it speaks of these pieces only. Layers of one network are much alike, and have unequal numbers of columns, which ridge regression does not make up for in full.',
    ...(plan.null === null || untested
      ? [
          'Differences between layers were not tested against surrogates: noise that all participants share can make a layer seem preferred.',
        ]
      : []),
  ];
}

function edgeRemarks({ plan }: EncodingContext, { byKey }: FittedModels): string[] {
  const [least, most] = [Math.min(...plan.alphas), Math.max(...plan.alphas)];
  if (plan.alphas.length < 3) return [];
  const models = [...byKey.values()].map(({ fit }) => fit);
  const atLeast = modelsAt(models, least);
  const atMost = modelsAt(models, most);
  return [
    ...(atLeast === ''
      ? []
      : [`The least penalty, ${least}, was chosen ${atLeast}: the grid may end too early.`]),
    ...(atMost === ''
      ? []
      : [
          `The largest penalty, ${most}, was chosen ${atMost}: there a model predicts next to nothing, or the grid ends too early.`,
        ]),
  ];
}

/** Which models chose a penalty in many of their folds and targets, and in how many. */
function modelsAt(models: readonly ModelFit[], edge: number): string {
  return models
    .flatMap(({ spaces, penalties }) => {
      const chosen = penalties.flat().flatMap(({ alphas }) => [...alphas]);
      const share = chosen.filter((alpha) => alpha === edge).length / chosen.length;
      return share > manyAtEdge
        ? [`in ${Math.round(100 * share)} % of folds and targets by ${spaces.join(' + ')}`]
        : [];
    })
    .join(', ');
}

function nullRemarks({ plan }: EncodingContext): string[] {
  switch (plan.null?.kind) {
    case 'signs':
      return [
        'Signs of participants were flipped. Everybody heard the same music, so that what they share counts as an effect though no feature explains it: the test speaks of the population for these stimuli only, and has found effects in nearly all of simulated studies without any.',
      ];
    case 'blocks':
      return [
        'Blocks of held-out samples were permuted without learning anew: a quick look. It takes blocks for exchangeable, and allows for what folds have in common by a factor; confirm what matters by randomised phases.',
      ];
    case 'phase':
      return plan.null.refit
        ? []
        : [
            'Predictions were turned by random phases without learning anew: a quick look. What folds have in common is allowed for by a factor; confirm what matters by learning anew.',
          ];
    case undefined:
      return [];
  }
}
