import { type EncodingContext } from '../encodingContext';
import { type FittedModels } from '../ridge/fitModels';
import { modelKey } from '../scores/modelSets';
import { tableOfScores } from '../scores/scoresByPiece';
import { modelsOf } from '../scores/statistic';
import { type TestedStatistics } from '../scores/tested';
import { type Drawer, PhaseDraws, type PhaseTask } from './phaseDraws';
import { refitUnits } from '../workUnits';
import { ThreadedDraws } from './threadedDraws';

/** Each helper holds the study and its targets in memory of its own. */
const mostHelpers = 3;

/** How surrogates are drawn. */
interface PhaseOptions {
  tested: TestedStatistics;
  draws: number;
  /** Whether only the full model is learned anew. */
  onlyFull: boolean;
}

/**
 * Learns models anew from features with random phases, and adds every draw to the statistics that are made of them. Where
 * helpers can be started, as many threads as may be used draw side by side; what is found is the same.
 */
export async function testByPhases(
  context: EncodingContext,
  fitted: FittedModels,
  { tested, draws, onlyFull }: PhaseOptions,
): Promise<void> {
  const { study, plan, work, startHelper, design } = context;
  const task = taskOf(context, fitted, { tested, onlyFull });
  const helping = startHelper ? Math.min(mostHelpers, design.threads - 1) : 0;
  const helpers = Array.from({ length: helping }, () => new ThreadedDraws(startHelper!(), task));
  const units = refitsIn(task) * refitUnits(study, plan);
  let next = 0;
  const drawAll = async (drawer: Drawer) => {
    while (next < draws) {
      const draw = next++;
      const maps = await drawer.draw(draw);
      for (const statistic of task.statistics) {
        tested.draw(statistic, maps.get(statistic.key)!, { draw, draws });
      }
      work.advance(units);
    }
  };
  try {
    await Promise.all([PhaseDraws.of(task).then(drawAll), ...helpers.map(drawAll)]);
  } finally {
    await Promise.all(helpers.map((helper) => helper.stop()));
  }
}

const refitsIn = ({ models, statistics }: PhaseTask): number =>
  models.length + new Set(statistics.flatMap(({ unique }) => unique ?? [])).size;

function taskOf(
  { study, plan, design, startHelper }: EncodingContext,
  { byKey }: FittedModels,
  { tested, onlyFull }: Pick<PhaseOptions, 'tested' | 'onlyFull'>,
): PhaseTask {
  const { spaces } = plan;
  const sets = onlyFull ? [spaces] : [spaces, ...spaces.map((space) => [space])];
  const keys = [...new Set(sets.map(modelKey))];
  const joint = tested.madeOf(keys).filter(({ unique }) => unique === undefined);
  const unique = onlyFull ? [] : tested.statistics.filter((statistic) => statistic.unique !== undefined);
  const known = new Set(unique.flatMap(modelsOf));
  return {
    study,
    plan,
    threads: startHelper ? 1 : design.threads,
    models: keys.map((key) => ({
      spaces: byKey.get(key)!.fit.spaces,
      penalties: byKey.get(key)!.fit.penalties,
    })),
    tables: new Map([...known].map((key) => [key, tableOfScores(byKey.get(key)!.scores, plan.score)])),
    statistics: [...joint, ...unique],
  };
}
