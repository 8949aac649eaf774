import type { PreparedStudy } from '../encoding/preparedStudy';
import { type DoubleMatrix, doubleZeros } from '../linear/doubleMatrix';
import { createRandom, type Random } from '../random';
import { phaseRandomiser } from '../signal/phaseRandomised';
import { randomlyShifted } from '../signal/shifted';
import { drawSurrogates, type Draws } from '../statistics/drawSurrogates';
import { fisherZ } from '../statistics/fisherZ';
import type { CouplingPlan } from './couplingReport';
import { featureRuns, forEachRun } from './couplingSeries';
import { laggedCorrelations, summedSeries, type SummedSeries } from './laggedCorrelations';
import type { RatingSeries } from './scaleCurves';

/** What surrogates are drawn for. */
export interface SurrogateTask {
  study: PreparedStudy;
  plan: CouplingPlan;
  /** In samples. */
  lags: readonly number[];
  /** By scale. */
  ratings: readonly RatingSeries[];
}

/** Draws the surrogate of a series. */
type Maker = (random: Random) => DoubleMatrix;

/**
 * What chance makes of the mean Fisher z of the largest correlations: every surrogate of a feature goes the whole way,
 * the maximum over lags included, and is the same for all participants who share the feature, since they share much of
 * their ratings too.
 *
 * @returns by scale: [surrogates, features]; no rows without surrogates
 */
export async function surrogateMaxima(task: SurrogateTask, draws: Draws): Promise<DoubleMatrix[]> {
  const { study, plan, ratings } = task;
  const count = plan.surrogates?.count ?? 0;
  const drawn = ratings.map(() => doubleZeros(count, plan.features.length));
  if (count === 0) return drawn;
  const makers = study.pieces.map((piece) =>
    plan.features.map((feature) => forEachRun(featureRuns(study, piece, feature), makerOf(task))),
  );
  await drawSurrogates(
    count,
    (surrogate) =>
      plan.features.forEach((feature, at) => {
        const series = study.pieces.map((piece, index) => {
          const random = createRandom(plan.seed, `coupling ${surrogate} of ${feature} in ${piece.name}`);
          return drawnOnce(makers[index][at], random);
        });
        drawn.forEach(({ values }, scale) => {
          values[surrogate * plan.features.length + at] = meanLargest(task, series, ratings[scale]);
        });
      }),
    draws,
  );
  return drawn;
}

/** How surrogates of a series are drawn. */
const makerOf =
  ({ plan }: SurrogateTask) =>
  (run: DoubleMatrix): Maker =>
    plan.surrogates?.kind === 'phase' ? phaseRandomiser(run) : (random) => randomlyShifted(run, random);

/** One surrogate for all who share a maker: [participant]. */
function drawnOnce(makers: readonly (Maker | null)[], random: Random): (SummedSeries | null)[] {
  const made = new Map<Maker, SummedSeries>();
  for (const make of makers)
    if (make !== null && !made.has(make)) made.set(make, summedSeries(make(random).values));
  return makers.map((make) => (make === null ? null : made.get(make)!));
}

/** Over participants and pieces that have both. */
function meanLargest(
  { lags }: SurrogateTask,
  series: readonly (readonly (SummedSeries | null)[])[],
  ratings: RatingSeries,
): number {
  let [sum, count] = [0, 0];
  series.forEach((ofPiece, piece) =>
    ofPiece.forEach((one, participant) => {
      const rating = ratings[piece][participant];
      if (!one || !rating) return;
      sum += fisherZ(Math.max(...laggedCorrelations(one, rating, lags)));
      count++;
    }),
  );
  return sum / count;
}
