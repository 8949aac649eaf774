import { type EncodingContext } from '../encodingContext';
import { type FittedModels } from '../ridge/fitModels';
import { ModelRefit } from './modelRefit';
import { modelKey } from '../scores/modelSets';
import { phaseSurrogate } from './phaseSurrogates';
import { type PieceTable } from '../scores/scoreMaps';
import { tableOfScores } from '../scores/scoresByPiece';
import { sharedPart } from './sharedPart';
import { exchanged, type SeriesOf, SpaceMatrices } from '../design/spaceMatrices';
import { isOwn, type SpaceSeries } from '../design/spaceSeries';
import { groupMap, participantMaps, type Statistic } from '../scores/statistic';
import { type TestedStatistics } from '../scores/tested';

/** What every draw shares. */
interface PhaseNull {
  context: EncodingContext;
  fitted: FittedModels;
  tested: TestedStatistics;
  draws: number;
  /** By the model's key. */
  refits: Map<string, ModelRefit>;
  /** By space, what others tell of it, for each participant. */
  shared: Map<string, (SpaceSeries | null)[]>;
}

/** What a refit takes beside choosing by one penalty, in units of work. */
const refitUnits = 3;

/**
 * Learns models anew from features with random phases, `count` times. The full model and each space's own are drawn from
 * spaces that are all turned: nothing predicts anything. A unique contribution is drawn from the full model in which only
 * that space's own part is turned, less the true model without it: the others predict what they do.
 */
export async function testByPhases(
  context: EncodingContext,
  fitted: FittedModels,
  { tested, draws, onlyFull }: { tested: TestedStatistics; draws: number; onlyFull: boolean },
): Promise<void> {
  const { spaces } = context.plan;
  const sets = onlyFull ? [spaces] : [spaces, ...spaces.map((space) => [space])];
  const keys = [...new Set(sets.map(modelKey))];
  const refits = new Map(keys.map((key) => [key, new ModelRefit(context, fitted.byKey.get(key)!.fit)]));
  const shared = new Map<string, (SpaceSeries | null)[]>();
  if (!onlyFull && spaces.length > 1) {
    for (const space of spaces) shared.set(space, await sharedParts(context, fitted, space));
  }
  const phases = { context, fitted, tested, draws, refits, shared };
  for (let draw = 0; draw < draws; draw++) {
    await drawModels(phases, draw);
    for (const space of shared.keys()) await drawUnique(phases, draw, space);
  }
}

async function drawModels(
  { context, fitted, tested, draws, refits }: PhaseNull,
  draw: number,
): Promise<void> {
  const { plan, study, design } = context;
  const turned: SeriesOf = (space, participant) =>
    phaseSurrogate(fitted.seriesOf(space, participant), { seed: plan.seed, space, surrogate: draw });
  const source = new SpaceMatrices(study, turned, design);
  const tables = new Map<string, PieceTable>();
  for (const [key, refit] of refits) {
    tables.set(key, await refit.scores(source));
    context.work.advance(refitUnits * study.participants.length * study.pieces.length);
  }
  const joint = tested.madeOf([...tables.keys()]).filter(({ unique }) => unique === undefined);
  for (const statistic of joint) {
    tested.draw(
      statistic,
      drawnMap(context, statistic, (model) => tables.get(model)!),
      { draw, draws },
    );
  }
}

async function drawUnique(
  { context, fitted, tested, draws, refits, shared }: PhaseNull,
  draw: number,
  space: string,
): Promise<void> {
  const { plan, study, design } = context;
  const full = modelKey(plan.spaces);
  const turned: SeriesOf = (name, participant) =>
    phaseSurrogate(
      fitted.seriesOf(name, participant),
      { seed: plan.seed, space: name, surrogate: draw },
      shared.get(name)![participant],
    );
  const source = exchanged(space, new SpaceMatrices(study, turned, design), fitted.source);
  const drawn = await refits.get(full)!.scores(source);
  context.work.advance(refitUnits * study.participants.length * study.pieces.length);
  const tableOf = (model: string) =>
    model === full ? drawn : tableOfScores(fitted.byKey.get(model)!.scores, plan.score);
  for (const statistic of tested.statistics.filter(({ unique }) => unique === space)) {
    tested.draw(statistic, drawnMap(context, statistic, tableOf), { draw, draws });
  }
}

const drawnMap = (
  { study }: EncodingContext,
  statistic: Statistic,
  tableOf: (model: string) => PieceTable,
): Float64Array => groupMap(participantMaps(statistic, tableOf), study.targets.length);

/**
 * What other spaces tell of a space, [participant]. Of a space that was the same for everybody, what others of that kind
 * tell: its surrogate must be the same for everybody too.
 */
async function sharedParts(
  { study, plan, design }: EncodingContext,
  { seriesOf }: FittedModels,
  space: string,
): Promise<(SpaceSeries | null)[]> {
  const own = isOwn(study, space);
  const others = plan.spaces.filter((other) => other !== space && (own || !isOwn(study, other)));
  const partFor = (participant: number) =>
    sharedPart(
      seriesOf(space, participant),
      others.map((other) => seriesOf(other, participant)),
      design.threads,
    );
  if (!own) {
    const part = await partFor(0);
    return study.participants.map(() => part);
  }
  const parts: (SpaceSeries | null)[] = [];
  for (const participant of study.participants.keys()) parts.push(await partFor(participant));
  return parts;
}
