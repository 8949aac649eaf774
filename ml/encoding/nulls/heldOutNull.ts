import { type DoubleMatrix, doubleZeros } from '../../linear/doubleMatrix';
import { blockOrders, blockProducts, blocksIn } from './blockDraws';
import { type Cohort } from '../samples/cohorts';
import { type EncodingContext } from '../encodingContext';
import { type FittedModels } from '../ridge/fitModels';
import { type HeldOutSeries, heldOutSeries } from './heldOutSeries';
import { phaseTurns, spectralProducts } from './spectralDraws';
import { meanOf, type PieceTable } from '../scores/scoreMaps';
import { foldDependence } from './foldDependence';
import { type TestedStatistics } from '../scores/tested';
import { participantMaps, type Statistic } from '../scores/statistic';

/** For one piece, the sums of products that each draw gives: [draws, targets]. */
type ProductsOf = (series: HeldOutSeries) => Promise<DoubleMatrix>;

/** Numbers that the sums of all draws may take while some targets are tested. */
const mostKeptNumbers = 8e6;

/**
 * Tests every statistic by draws that leave all models as they are, the same for all participants, targets and models:
 * blocks of what was measured put in another order, or random phases for what was predicted. Quick, since a draw takes no
 * more than sums of products that were made once.
 */
export async function testHeldOut(
  context: EncodingContext,
  fitted: FittedModels,
  { tested, draws, blockSamples }: { tested: TestedStatistics; draws: number; blockSamples: number | null },
): Promise<void> {
  const { study, plan, work } = context;
  const products = study.pieces.map(({ samples }, piece) =>
    productsOf({ samples, piece, blockSamples }, { seed: plan.seed, draws, threads: context.design.threads }),
  );
  const perTarget = draws * fitted.byKey.size * study.pieces.length * context.cohorts.length;
  const statistics = tested.madeOf([...fitted.byKey.keys()]);
  const width = Math.max(1, Math.floor(mostKeptNumbers / perTarget));
  for (let firstTarget = 0; firstTarget < study.targets.length; firstTarget += width) {
    const targets = Math.min(width, study.targets.length - firstTarget);
    const sums = await summedScores(context, fitted, { products, firstTarget, targets });
    const tablesOf = (draw: number) => (model: string) =>
      sums.get(model)!.map((pieces) => pieces.map((all) => all && rowOf(all, draw)));
    for (const statistic of statistics) {
      const drawn = drawsOf(context, statistic, { tablesOf, draws, targets });
      for (let draw = 0; draw < draws; draw++) {
        tested.draw(statistic, rowOf(drawn, draw), { draw, draws, firstTarget });
      }
    }
    work.advance(targets);
  }
}

function productsOf(
  { samples, piece, blockSamples }: { samples: number; piece: number; blockSamples: number | null },
  { seed, draws, threads }: { seed: number; draws: number; threads: number },
): ProductsOf {
  if (blockSamples === null) {
    const turns = phaseTurns(samples, { seed, piece, draws });
    return (series) => spectralProducts(series, turns, threads);
  }
  const orders = blockOrders(blocksIn(samples, blockSamples), { seed, piece, draws });
  return (series) => Promise.resolve(blockProducts(series, orders, blockSamples));
}

const rowOf = ({ columns, values }: DoubleMatrix, row: number) =>
  values.subarray(row * columns, (row + 1) * columns);

/** The scores of every draw summed over each cohort's participants: [cohort][piece] [draws, targets] by model. */
async function summedScores(
  context: EncodingContext,
  { byKey }: FittedModels,
  part: { products: ProductsOf[]; firstTarget: number; targets: number },
): Promise<Map<string, (DoubleMatrix | null)[][]>> {
  const result = new Map<string, (DoubleMatrix | null)[][]>();
  for (const [key, { predicted }] of byKey) {
    const byCohort: (DoubleMatrix | null)[][] = [];
    for (const cohort of context.cohorts) {
      const sums: (DoubleMatrix | null)[] = context.study.pieces.map(() => null);
      for (const piece of cohort.pieces)
        sums[piece] = await cohortSum(context, { cohort, piece, predicted }, part);
      byCohort.push(sums);
    }
    result.set(key, byCohort);
  }
  return result;
}

async function cohortSum(
  { study, plan, design: { layout }, work }: EncodingContext,
  {
    cohort,
    piece,
    predicted,
  }: { cohort: Cohort; piece: number; predicted: readonly (Float32Array | null)[] },
  { products, firstTarget, targets }: { products: ProductsOf[]; firstTarget: number; targets: number },
): Promise<DoubleMatrix> {
  const stretches = cohort.splits.flatMap(({ test }) => test).filter((stretch) => stretch.piece === piece);
  let sum: DoubleMatrix | null = null;
  for (const participant of cohort.participants) {
    const own = predicted[participant]!.subarray(layout.starts[piece] * study.targets.length);
    const recording = study.pieces[piece].recordings[participant]!;
    const series = heldOutSeries(
      { recording, predicted: own, score: plan.score },
      { stretches, firstTarget, targets },
    );
    const scores = scored(await products[piece](series), series);
    sum = sum ? added(sum, scores) : scores;
    work.advance(0);
  }
  return sum!;
}

/** From sums of products to scores, in place. */
function scored(sums: DoubleMatrix, { offset, factor }: HeldOutSeries): DoubleMatrix {
  const { rows, columns, values } = sums;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      values[at] = offset[column] + factor[column] * values[at];
    }
  }
  return sums;
}

function added(sum: DoubleMatrix, other: DoubleMatrix): DoubleMatrix {
  for (let at = 0; at < sum.values.length; at++) sum.values[at] += other.values[at];
  return sum;
}

/**
 * A statistic's mean over participants in every draw, [draws, targets], from sums over each cohort, in which it is linear.
 * Each cohort's draws are spread about their mean by what folds have in common.
 */
function drawsOf(
  { cohorts, plan }: EncodingContext,
  statistic: Statistic,
  {
    tablesOf,
    draws,
    targets,
  }: { tablesOf: (draw: number) => (model: string) => PieceTable; draws: number; targets: number },
): DoubleMatrix {
  const factors = cohorts.map(({ pieces }) => foldDependence(statistic, pieces, plan.folds));
  const byDraw = Array.from({ length: draws }, (_, draw) => participantMaps(statistic, tablesOf(draw)));
  const result = doubleZeros(draws, targets);
  const present = cohorts.filter((_, cohort) => byDraw[0]?.[cohort]);
  const count = present.reduce((sum, { participants }) => sum + participants.length, 0);
  cohorts.forEach((_, cohort) => {
    const maps = byDraw.map((all) => all[cohort]).filter((map) => map !== null);
    const mean = meanOf(maps);
    if (!mean) return;
    maps.forEach((map, draw) => {
      for (let target = 0; target < targets; target++) {
        const spread = mean[target] + factors[cohort] * (map[target] - mean[target]);
        result.values[draw * targets + target] += spread / count;
      }
    });
  });
  return result;
}
