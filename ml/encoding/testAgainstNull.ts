import { type EncodingContext } from './encodingContext';
import { type FittedModels } from './fitModels';
import { modelKey } from './modelSets';
import { refitted } from './phaseNull';
import { phaseSurrogate } from './phaseSurrogates';
import { groupMap, participantMaps } from './statistic';
import { type PieceTable } from './scoreMaps';
import { type TestedStatistics } from './tested';

/** Draws what the plan compares held-out scores with, and adds it to the statistics that it tests. */
export async function testAgainstNull(
  context: EncodingContext,
  fitted: FittedModels,
  tested: TestedStatistics,
): Promise<void> {
  const { plan } = context;
  if (!plan.null) return;
  if (plan.null.kind === 'phase' && plan.null.refit) {
    for (let surrogate = 0; surrogate < plan.null.count; surrogate++) {
      await drawPhases(context, fitted, { tested, surrogate, draws: plan.null.count });
    }
  }
}

async function drawPhases(
  context: EncodingContext,
  { byKey, seriesOf }: FittedModels,
  { tested, surrogate, draws }: { tested: TestedStatistics; surrogate: number; draws: number },
): Promise<void> {
  const { plan, study, work } = context;
  const turned = (space: string, participant: number) =>
    phaseSurrogate(seriesOf(space, participant), { seed: plan.seed, space, surrogate });
  const sets = [plan.spaces, ...plan.spaces.map((space) => [space])];
  const tables = new Map<string, PieceTable>();
  for (const spaces of sets) {
    const key = modelKey(spaces);
    if (tables.has(key)) continue;
    tables.set(key, await refitted(context, byKey.get(key)!.fit, turned));
    work.advance(3 * study.participants.length * study.pieces.length);
  }
  for (const statistic of tested.madeOf([...tables.keys()])) {
    const drawn = groupMap(
      participantMaps(statistic, (model) => tables.get(model)!),
      study.targets.length,
    );
    tested.draw(statistic, drawn, { draw: surrogate, draws });
  }
}
