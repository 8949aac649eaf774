import { commonTerms, contrastTerms, contributingSets, ownTerms, pairsOf, type Terms } from './comparisons';
import { type EncodingContext } from './encodingContext';
import { type FittedModels } from './fitModels';
import { modelSets } from './modelSets';
import { tableOfScores } from './scoresByPiece';
import { pieceGroups } from './scoreMaps';
import { type Statistic } from './statistic';
import { TestedStatistics } from './tested';

/** The key by which a statistic of a report is found. */
export const statisticKey = {
  model: (spaces: readonly string[], group: string) => JSON.stringify(['model', spaces, group]),
  contribution: (spaces: readonly string[], group: string) => JSON.stringify(['contribution', spaces, group]),
  contrast: (plus: string, minus: string, group: string) => JSON.stringify(['contrast', plus, minus, group]),
  mood: (plus: string, minus: string) => JSON.stringify(['mood', plus, minus]),
};

/** All statistics of an analysis with what was observed of them. */
export function testedStatistics(
  { study, plan }: Pick<EncodingContext, 'study' | 'plan'>,
  { byKey }: FittedModels,
): TestedStatistics {
  const groups = pieceGroups(study.pieces);
  const tables = new Map([...byKey].map(([key, { scores }]) => [key, tableOfScores(scores, plan.score)]));
  const statistics = [
    ...[...groups].flatMap(([group, pieces]) => statisticsOf(plan.spaces, group, pieces)),
    ...moodStatistics(plan.spaces, groups),
  ];
  return new TestedStatistics(statistics, (model) => tables.get(model)!, study.targets.length);
}

function statisticsOf(spaces: readonly string[], group: string, pieces: number[]): Statistic[] {
  const statistic = (key: string, terms: Terms, twoSided = false) => ({
    key,
    parts: [{ terms, pieces }],
    twoSided,
  });
  return [
    ...modelSets(spaces).map((set) => statistic(statisticKey.model(set, group), ownTerms(set))),
    ...contributingSets(spaces).map((set) =>
      statistic(statisticKey.contribution(set, group), commonTerms(spaces, set)),
    ),
    ...pairsOf(spaces).map(([plus, minus]) =>
      statistic(statisticKey.contrast(plus, minus, group), contrastTerms(plus, minus), true),
    ),
  ];
}

/** The full model's score on the pieces of one mood less that on those of another. */
function moodStatistics(spaces: readonly string[], groups: Map<string, number[]>): Statistic[] {
  return moodPairs(groups).map(([plus, minus]) => ({
    key: statisticKey.mood(plus, minus),
    twoSided: true,
    parts: [
      { terms: ownTerms(spaces), pieces: groups.get(plus)! },
      { terms: ownTerms(spaces).map(({ model }) => ({ model, factor: -1 })), pieces: groups.get(minus)! },
    ],
  }));
}

/** Every two moods, in the order in which the pieces have them. */
export const moodPairs = (groups: Map<string, number[]>): [string, string][] =>
  pairsOf([...groups.keys()].filter((group) => group !== 'all'));
