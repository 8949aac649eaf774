import { type DoubleMatrix } from '../../linear/doubleMatrix';
import { type Cohort } from '../samples/cohorts';
import { delayedColumns } from '../design/delayedColumns';
import { phaseSurrogate } from '../nulls/phaseSurrogates';
import { emptySums, type PieceSums, scoreOfSums } from '../scores/pieceSums';
import { meanOf } from '../scores/scoreMaps';
import { sharedPart } from '../nulls/sharedPart';
import { type SpaceSeries } from '../design/spaceSeries';
import { type NestedSplit } from '../samples/splits';
import { stackedTargets } from '../samples/stackedTargets';
import { besides } from './besides';
import { HeldOutMoments } from './heldOutMoments';
import { type LagContext, type LagCurve, type LagParticipant, type LagScores } from './lagContext';
import { type Moments } from './moments';
import { smallRidge } from './smallRidge';

/** Each scale alone and, where there are several, over all the others. */
export function brainCurves(scales: readonly string[]): LagCurve[] {
  const alone = scales.map((scale) => ({ scale, over: [] }));
  if (scales.length < 2) return alone;
  return [...alone, ...scales.map((scale) => ({ scale, over: scales.filter((other) => other !== scale) }))];
}

/** [split] the place of the penalty that was chosen, [target]. */
type Places = Uint8Array[];

/** One participant's ratings at every lag as predictors of the recordings. */
export class RatingsToBrain implements LagParticipant {
  private readonly targets: DoubleMatrix;
  /** By the model's columns. */
  private readonly places = new Map<string, Places>();
  private readonly shared = new Map<string, Promise<SpaceSeries | null>>();

  constructor(
    private readonly context: LagContext,
    private readonly cohort: Cohort,
    readonly participant: number,
  ) {
    this.targets = stackedTargets(context.study, [participant], context.design.layout);
  }

  async scores(surrogate: number | null): Promise<LagScores> {
    const { plan } = this.context;
    const result: LagScores = [];
    const joint = await this.moments(plan.scales, (scale) => this.turned(scale, surrogate, false));
    for (const { scale, over } of brainCurves(plan.scales)) {
      if (over.length === 0) {
        result.push(await this.overLags(joint, [scale]));
        continue;
      }
      // Only the scale's own part is turned, so that the others predict what they do.
      const own =
        surrogate === null
          ? joint
          : await this.moments(plan.scales, (name) =>
              this.turned(name, name === scale ? surrogate : null, true),
            );
      const [full, without] = [await this.overLags(own, plan.scales), await this.overLags(own, over)];
      result.push(full.map((value, at) => value - without[at]));
    }
    return result;
  }

  private async turned(scale: string, surrogate: number | null, conditional: boolean): Promise<SpaceSeries> {
    const series = this.context.seriesOf(scale, this.participant);
    if (surrogate === null) return series;
    const shared = conditional ? await this.sharedWithOthers(scale) : null;
    return phaseSurrogate(series, { seed: this.context.plan.seed, space: scale, surrogate }, shared);
  }

  private sharedWithOthers(scale: string): Promise<SpaceSeries | null> {
    const { plan, seriesOf } = this.context;
    const others = plan.scales.filter((other) => other !== scale);
    const found =
      this.shared.get(scale) ??
      sharedPart(
        seriesOf(scale, this.participant),
        others.map((other) => seriesOf(other, this.participant)),
        1,
      );
    this.shared.set(scale, found);
    return found;
  }

  private async moments(
    scales: readonly string[],
    seriesOf: (scale: string) => Promise<SpaceSeries>,
  ): Promise<HeldOutMoments> {
    const { design, lags } = this.context;
    const parts: DoubleMatrix[] = [];
    for (const scale of scales)
      parts.push(delayedColumns(await seriesOf(scale), { ...design, delays: lags }));
    return new HeldOutMoments(besides(parts), this.targets, design.layout);
  }

  /** The scores of some scales' model at every lag, [lags * targets]. */
  private async overLags(moments: HeldOutMoments, scales: readonly string[]): Promise<Float64Array> {
    const { plan, lags, study } = this.context;
    const places = scales.map((scale) => plan.scales.indexOf(scale));
    const result = new Float64Array(lags.length * study.targets.length);
    for (const lag of lags.keys()) {
      const columns = places.map((place) => place * lags.length + lag);
      result.set(await this.score(moments, columns), lag * study.targets.length);
    }
    return result;
  }

  private async score(moments: HeldOutMoments, columns: number[]): Promise<Float64Array> {
    const { plan, study } = this.context;
    const sums = new Map(this.cohort.pieces.map((piece) => [piece, emptySums(study.targets.length)]));
    const key = columns.join();
    const known = this.places.get(key);
    const places: Places = known ?? [];
    this.places.set(key, places);
    for (const [index, split] of this.cohort.splits.entries()) {
      places[index] ??= await this.chosen(moments, split, columns);
      const { train } = await moments.training(split.train);
      const tests = await moments.testing(split);
      const penalty = { alphas: plan.alphas, places: places[index] };
      const own = smallRidge({ train, tests: tests.map((test) => test.own) }, columns, penalty);
      const trained = smallRidge({ train, tests: tests.map((test) => test.trained) }, columns, penalty);
      split.test.forEach(({ piece }, at) => {
        addTest(sums.get(piece)!, { ...tests[at], ownSums: own[at], trainedSums: trained[at] });
      });
    }
    return meanOf([...sums.values()].map((each) => scoreOfSums(each, plan.score)))!;
  }

  /** The penalty of least squared error in the inner splits, by its place. */
  private async chosen(
    moments: HeldOutMoments,
    { inner }: NestedSplit,
    columns: number[],
  ): Promise<Uint8Array> {
    const { plan, study } = this.context;
    const targets = study.targets.length;
    const errors = plan.alphas.map(() => new Float64Array(targets));
    for (const split of inner) {
      const { train } = await moments.training(split.train);
      const tests = await moments.testing(split);
      errors.forEach((sum, place) => {
        const penalty = { alphas: plan.alphas, places: new Uint8Array(targets).fill(place) };
        const found = smallRidge({ train, tests: tests.map(({ trained }) => trained) }, columns, penalty);
        found.forEach(({ product, predicted }) => {
          for (let target = 0; target < targets; target++)
            sum[target] += predicted[target] - 2 * product[target];
        });
      });
    }
    return Uint8Array.from({ length: targets }, (_, target) => {
      const own = errors.map((sum) => sum[target]);
      return own.indexOf(Math.min(...own));
    });
  }
}

/** What one held-out stretch adds to a piece's sums. */
interface TestSums {
  own: Moments;
  trained: Moments;
  ownSums: { product: Float64Array; predicted: Float64Array };
  trainedSums: { product: Float64Array; predicted: Float64Array };
}

function addTest(sums: PieceSums, { own, trained, ownSums, trainedSums }: TestSums): void {
  for (let target = 0; target < own.yy.length; target++) {
    sums.product[target] += ownSums.product[target];
    sums.predicted[target] += ownSums.predicted[target];
    sums.measured[target] += own.yy[target];
    sums.errors[target] +=
      trained.yy[target] - 2 * trainedSums.product[target] + trainedSums.predicted[target];
  }
}
