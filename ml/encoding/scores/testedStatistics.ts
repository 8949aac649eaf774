import { commonTerms, contrastTerms, contributingSets, ownTerms, pairsOf, type Terms } from './comparisons';
import { type EncodingContext } from '../encodingContext';
import { type ContributionReport } from '../encodingReport';
import { type Extras } from '../shares/extras';
import { type FittedModels } from '../ridge/fitModels';
import { modelSets } from './modelSets';
import { tableOfScores } from './scoresByPiece';
import { pieceGroups, type PieceTable } from './scoreMaps';
import { type Statistic } from './statistic';
import { TestedStatistics } from './tested';

/** The key by which a statistic of a report is found. */
export const statisticKey = {
  model: (spaces: readonly string[], group: string) => JSON.stringify(['model', spaces, group]),
  contribution: (kind: ContributionReport['kind'], spaces: readonly string[], group: string) =>
    JSON.stringify([kind, spaces, group]),
  contrast: (plus: string, minus: string, group: string) => JSON.stringify(['contrast', plus, minus, group]),
  mood: (plus: string, minus: string) => JSON.stringify(['mood', plus, minus]),
};

/** All statistics of an analysis with what was observed of them. */
export function testedStatistics(
  { study, plan }: Pick<EncodingContext, 'study' | 'plan'>,
  { byKey }: FittedModels,
  extras: Extras,
): TestedStatistics {
  const groups = pieceGroups(study.pieces);
  const shares = sharedTables(plan.spaces, extras);
  const tables = new Map([
    ...[...byKey].map(([key, { scores }]): [string, PieceTable] => [key, tableOfScores(scores, plan.score)]),
    ...shares.map(({ key, table }): [string, PieceTable] => [key, table]),
  ]);
  const statistics = [...groups].flatMap(([group, pieces]) => [
    ...modelStatistics(plan.spaces, group, pieces),
    ...shares.map(({ key, kind, spaces }) => ({
      key: statisticKey.contribution(kind, spaces, group),
      parts: [{ terms: [{ model: key, factor: 1 }], pieces }],
      twoSided: false,
    })),
  ]);
  return new TestedStatistics(
    [...statistics, ...moodStatistics(plan.spaces, groups)],
    (model) => tables.get(model)!,
    study.targets.length,
  );
}

/** Shares of a score, which are no model's own score and which only flipped signs can test. */
interface ShareTable {
  kind: 'product' | 'stacking';
  spaces: string[];
  key: string;
  table: PieceTable;
}

/** The tables of shares, in the order of the report; those of stacking end with the stacked prediction's own score. */
export function sharedTables(spaces: readonly string[], { product, stacking }: Extras): ShareTable[] {
  if (spaces.length < 2) return [];
  const of = (kind: ShareTable['kind'], some: string[], table: PieceTable): ShareTable => ({
    kind,
    spaces: some,
    key: `${kind} ${JSON.stringify(some)}`,
    table,
  });
  return [
    ...product.map((table, space) => of('product', [spaces[space]], table)),
    ...(stacking?.shares ?? []).map((table, space) => of('stacking', [spaces[space]], table)),
    ...(stacking ? [of('stacking', [...spaces], stacking.whole)] : []),
  ];
}

function modelStatistics(spaces: readonly string[], group: string, pieces: number[]): Statistic[] {
  const statistic = (key: string, terms: Terms, twoSided = false) => ({
    key,
    parts: [{ terms, pieces }],
    twoSided,
  });
  return [
    ...modelSets(spaces).map((set) => statistic(statisticKey.model(set, group), ownTerms(set))),
    ...contributingSets(spaces).map((set) => ({
      ...statistic(statisticKey.contribution(kindOf(set), set, group), commonTerms(spaces, set)),
      unique: set.length === 1 ? set[0] : undefined,
    })),
    ...pairsOf(spaces).map(([plus, minus]) =>
      statistic(statisticKey.contrast(plus, minus, group), contrastTerms(plus, minus), true),
    ),
  ];
}

/** What the contribution of some spaces is called. */
export const kindOf = (spaces: readonly string[]): 'unique' | 'common' =>
  spaces.length === 1 ? 'unique' : 'common';

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
