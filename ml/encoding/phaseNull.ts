import { type EncodingContext } from './encodingContext';
import { type FittedModels } from './fitModels';
import { commonTerms } from './comparisons';
import { modelKey } from './modelSets';
import { ModelRefit } from './modelRefit';
import { phaseSurrogate } from './phaseSurrogates';
import { type PieceTable } from './scoreMaps';
import { exchanged, type SeriesOf, SpaceMatrices } from './spaceMatrices';
import { groupMap, participantMaps } from './statistic';
import { type TestedStatistics } from './tested';
import { statisticKey } from './testedStatistics';
void commonTerms;
void exchanged;
void statisticKey;

/** What one draw of the null is made of. */
interface Draw {
  surrogate: number;
  draws: number;
}

/** Every model that is tested learned anew from features whose phases are random, `count` times. */
export async function testByPhases(
  context: EncodingContext,
  fitted: FittedModels,
  { tested, count }: { tested: TestedStatistics; count: number },
): Promise<void> {
  const { plan } = context;
  const onlyFull = plan.null?.kind === 'phase' && plan.null.models === 'full';
  const sets = onlyFull ? [plan.spaces] : [plan.spaces, ...plan.spaces.map((space) => [space])];
  const refits = new Map(
    sets.map((spaces) => [
      modelKey(spaces),
      new ModelRefit(context, fitted.byKey.get(modelKey(spaces))!.fit),
    ]),
  );
  for (let surrogate = 0; surrogate < count; surrogate++) {
    await drawAll(context, fitted.seriesOf, { tested, refits, draw: { surrogate, draws: count } });
  }
}

async function drawAll(
  context: EncodingContext,
  seriesOf: SeriesOf,
  { tested, refits, draw }: { tested: TestedStatistics; refits: Map<string, ModelRefit>; draw: Draw },
): Promise<void> {
  const { plan, study, design, work } = context;
  const turned: SeriesOf = (space, participant) =>
    phaseSurrogate(seriesOf(space, participant), { seed: plan.seed, space, surrogate: draw.surrogate });
  const source = new SpaceMatrices(study, turned, design);
  const tables = new Map<string, PieceTable>();
  for (const [key, refit] of refits) {
    tables.set(key, await refit.scores(source));
    work.advance(3 * study.participants.length * study.pieces.length);
  }
  for (const statistic of tested.madeOf([...tables.keys()])) {
    const drawn = groupMap(
      participantMaps(statistic, (model) => tables.get(model)!),
      study.targets.length,
    );
    tested.draw(statistic, drawn, { draw: draw.surrogate, draws: draw.draws });
  }
}
