import { bandWeights } from '../ridge/bandWeights';
import { contextOf } from '../contextOf';
import { designedCohorts } from '../design/designedCohorts';
import {
  exchanged,
  type MatrixSource,
  type SeriesMaker,
  type SeriesOf,
  seriesOfStudy,
  SpaceMatrices,
} from '../design/spaceMatrices';
import { isOwn, type SpaceSeries } from '../design/spaceSeries';
import { type EncodingContext } from '../encodingContext';
import { type EncodingPlan } from '../encodingPlan';
import { type PreparedStudy } from '../preparedStudy';
import { type Penalties } from '../ridge/penalties';
import { modelKey } from '../scores/modelSets';
import { type PieceTable } from '../scores/scoreMaps';
import { groupMap, participantMaps, type Statistic } from '../scores/statistic';
import { ModelRefit } from './modelRefit';
import { phaseSurrogate } from './phaseSurrogates';
import { sharedPart } from './sharedPart';

/** All that draws are made of, as plain data that another thread can be given. */
export interface PhaseTask {
  study: PreparedStudy;
  plan: EncodingPlan;
  /** Threads that products may use. */
  threads: number;
  /** The models that are learned anew, with the penalties of the true fit: [cohort][split]. */
  models: { spaces: string[]; penalties: Penalties[][] }[];
  /** True scores, by model. */
  tables: Map<string, PieceTable>;
  /** Those that are drawn: unique contributions, and others that are made of the models alone. */
  statistics: Statistic[];
}

/** Spaces that are turned together take the same phases: what they have in common stays, and with it what they share. */
const everySpace = 'every space';

/** One draw of every statistic, [target], by the statistic's key. */
export type PhaseDraw = Map<string, Float64Array>;

/** Who makes draws, here or in another thread. */
export interface Drawer {
  draw(number: number): Promise<PhaseDraw>;
}

/** What all draws share. */
interface PhaseParts {
  context: EncodingContext;
  seriesOf: SeriesOf;
  source: MatrixSource;
  /** By the model's key. */
  refits: Map<string, ModelRefit>;
  /** By space, what others tell of it, for each participant. */
  shared: Map<string, (SpaceSeries | null)[]>;
}

/**
 * Draws from features with random phases. The models are learned from spaces that are all turned alike: nothing predicts
 * anything, and spaces keep what they have in common, without which commonality would be found everywhere.
 * A unique contribution is drawn from the full model in which only that space's own part is turned, less the true model
 * without it: the others predict what they do.
 */
export class PhaseDraws implements Drawer {
  private constructor(
    private readonly task: PhaseTask,
    private readonly parts: PhaseParts,
  ) {}

  static async of(task: PhaseTask): Promise<PhaseDraws> {
    const context = contextOf(task.study, task.plan, { threads: task.threads });
    const seriesOf = seriesOfStudy(task.study);
    const source = new SpaceMatrices(task.study, seriesOf, context.design);
    const refits = new Map<string, ModelRefit>();
    for (const { spaces, penalties } of task.models) {
      const cohorts = await designedCohorts(context, spaces, source);
      const fit = { spaces, cohorts, weights: bandWeights(spaces.length, task.plan), penalties };
      refits.set(modelKey(spaces), new ModelRefit(context, fit));
    }
    const shared = new Map<string, (SpaceSeries | null)[]>();
    for (const space of new Set(task.statistics.flatMap(({ unique }) => unique ?? []))) {
      shared.set(space, await sharedParts(context, seriesOf, space));
    }
    return new PhaseDraws(task, { context, seriesOf, source, refits, shared });
  }

  async draw(number: number): Promise<PhaseDraw> {
    const drawn = await this.drawModels(number);
    for (const space of this.parts.shared.keys()) {
      for (const [key, map] of await this.drawUnique(number, space)) drawn.set(key, map);
    }
    return drawn;
  }

  private async drawModels(surrogate: number): Promise<PhaseDraw> {
    const { context, seriesOf } = this.parts;
    const turned: SeriesMaker = (space, participant) =>
      phaseSurrogate(seriesOf(space, participant), {
        seed: this.task.plan.seed,
        space: everySpace,
        surrogate,
      });
    const source = new SpaceMatrices(this.task.study, turned, context.design);
    const tables = new Map<string, PieceTable>();
    for (const [key, refit] of this.parts.refits) tables.set(key, await refit.scores(source));
    const joint = this.task.statistics.filter(({ unique }) => unique === undefined);
    return this.mapsOf(joint, (model) => tables.get(model)!);
  }

  private async drawUnique(surrogate: number, space: string): Promise<PhaseDraw> {
    const { context, seriesOf, source } = this.parts;
    const { plan, study, statistics, tables } = this.task;
    const full = modelKey(plan.spaces);
    const turned: SeriesMaker = (name, participant) =>
      phaseSurrogate(
        seriesOf(name, participant),
        { seed: plan.seed, space: name, surrogate },
        this.parts.shared.get(name)![participant],
      );
    const own = new SpaceMatrices(study, turned, context.design);
    const drawn = await this.parts.refits.get(full)!.scores(exchanged(space, own, source));
    const unique = statistics.filter((statistic) => statistic.unique === space);
    return this.mapsOf(unique, (model) => (model === full ? drawn : tables.get(model)!));
  }

  private mapsOf(statistics: readonly Statistic[], tableOf: (model: string) => PieceTable): PhaseDraw {
    const targets = this.task.study.targets.length;
    return new Map(
      statistics.map((statistic) => [statistic.key, groupMap(participantMaps(statistic, tableOf), targets)]),
    );
  }
}

/**
 * What other spaces tell of a space, [participant]. Of a space that was the same for everybody, what others of that kind
 * tell: its surrogate must be the same for everybody too.
 */
async function sharedParts(
  { study, plan, design }: EncodingContext,
  seriesOf: SeriesOf,
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
