import { type EncodingContext } from '../encodingContext';
import { type LayerPreference, type LayersReport } from '../encodingReport';
import { pairsOf } from '../scores/comparisons';
import { pieceGroups } from '../scores/scoreMaps';
import { type TestedStatistics } from '../scores/tested';
import { statisticKey } from '../scores/testedStatistics';
import { preferredLayer } from './preferredLayer';

/** Which layer every target prefers, over all pieces and those of each mood; nothing where the spaces are no layers. */
export function preferredLayers(
  { study, plan }: Pick<EncodingContext, 'study' | 'plan'>,
  tested: TestedStatistics,
): LayersReport | undefined {
  if (plan.layers !== true) return undefined;
  const groups = [...pieceGroups(study.pieces).keys()];
  return {
    layers: plan.spaces.map((name) => ({ name, columns: columnsOf(study, name) })),
    groups: Object.fromEntries(groups.map((group) => [group, preferencesOf(plan.spaces, group, tested)])),
  };
}

/** Of every target, on the pieces of one group. */
function preferencesOf(
  spaces: readonly string[],
  group: string,
  tested: TestedStatistics,
): LayerPreference[] {
  const maps = spaces.map((space) => tested.participants(statisticKey.model([space], group)));
  const chances = new Map(
    pairsOf(spaces).map(([plus, minus]) => {
      const key = statisticKey.contrast(plus, minus, group);
      return [key, tested.result(key).p];
    }),
  );
  const chance = (target: number) => (one: number, other: number) => {
    const [plus, minus] = one < other ? [one, other] : [other, one];
    return chances.get(statisticKey.contrast(spaces[plus], spaces[minus], group))?.[target] ?? null;
  };
  return Array.from({ length: tested.targets }, (_, target) => {
    const scores = maps.map((map) => map.flatMap((scored) => (scored ? [scored[target]] : [])));
    return preferredLayer({ layers: spaces, scores, chance: chance(target) });
  });
}

function columnsOf({ pieces }: EncodingContext['study'], space: string): number {
  const [{ shared, own }] = pieces;
  const matrix = space in shared ? shared[space] : own[space].find((each) => each !== null);
  return matrix?.columns ?? 0;
}
