import { type DoubleMatrix } from '../../linear/doubleMatrix';
import { type Cohort } from '../samples/cohorts';
import { delayedColumns } from '../design/delayedColumns';
import { phaseSurrogate } from '../nulls/phaseSurrogates';
import { type SpaceSeries } from '../design/spaceSeries';
import { type NestedSplit } from '../samples/splits';
import { standardised } from '../design/standardise';
import { type KnownRidge, knownRidge, predictionSums, type RegionMoments, withRegion } from './addOneRidge';
import { besides } from './besides';
import { HeldOutMoments } from './heldOutMoments';
import { type LagContext, type LagCurve, type LagParticipant, type LagScores } from './lagContext';

/** Each scale over its own past and over the features. */
export const ratingCurves = (scales: readonly string[], features: readonly string[]): LagCurve[] =>
  scales.map((scale) => ({ scale, over: ['its own past', ...features] }));

/** The sums of one piece's held-out samples. */
interface RatingSums {
  product: number;
  predicted: number;
  measured: number;
  errors: number;
}

/** One participant's regions as predictors of their own ratings: what each adds to what is known otherwise. */
export class BrainToRatings implements LagParticipant {
  private readonly regions: SpaceSeries;
  /** By scale, lag and split: the place of the penalty of what is known, and of each region's model. */
  private readonly places = new Map<string, { known: number; regions: Uint8Array }>();

  constructor(
    private readonly context: LagContext,
    private readonly cohort: Cohort,
    readonly participant: number,
  ) {
    const { pieces, targets } = context.study;
    this.regions = {
      columns: targets.length,
      pieces: pieces.map(({ recordings }) => {
        const recording = recordings[participant];
        return recording && standardised(recording);
      }),
    };
  }

  async scores(surrogate: number | null): Promise<LagScores> {
    const { plan, lags, study } = this.context;
    const regions =
      surrogate === null
        ? this.regions
        : await phaseSurrogate(this.regions, { seed: plan.seed, space: 'regions', surrogate });
    const result: LagScores = [];
    for (const scale of plan.scales) {
      const gains = new Float64Array(lags.length * study.targets.length);
      for (const [place, lag] of lags.entries()) {
        const moments = this.moments(regions, scale, lag);
        gains.set(await this.gains(moments, `${scale} ${lag}`), place * study.targets.length);
      }
      result.push(gains);
    }
    return result;
  }

  /** What is known of the rating at each of its own samples, the rating itself, and the regions so much before it. */
  private moments(regions: SpaceSeries, scale: string, lag: number): HeldOutMoments {
    const { design, plan, seriesOf, study } = this.context;
    const rating = seriesOf(scale, this.participant);
    const past = Math.max(1, Math.round(plan.pastSeconds / study.hopSeconds));
    // Known up to the time of the region's sample, and never the rating that is predicted.
    const known = Array.from({ length: past }, (_, step) => Math.max(1, lag) + step);
    const columns = besides([
      delayedColumns(rating, { ...design, delays: known }),
      ...plan.features.map((feature) =>
        delayedColumns(seriesOf(feature, this.participant), { ...design, delays: plan.featureDelays }),
      ),
      delayedColumns(rating, { ...design, delays: [0] }),
    ]);
    const before = study.pieces.map(() => 0);
    const shifted: DoubleMatrix = delayedColumns(regions, { ...design, before, delays: [lag] });
    return new HeldOutMoments(columns, shifted, design.layout);
  }

  /** [region] the score with the region less that without it, the mean over pieces. */
  private async gains(moments: HeldOutMoments, key: string): Promise<Float64Array> {
    const { plan, study } = this.context;
    const gains = new Float64Array(study.targets.length);
    const empty = (): RatingSums => ({ product: 0, predicted: 0, measured: 0, errors: 0 });
    const byPiece = new Map(
      this.cohort.pieces.map((piece) => [piece, { known: empty(), regions: Array.from(gains, empty) }]),
    );
    for (const [index, split] of this.cohort.splits.entries()) {
      const places = this.places.get(`${key} ${index}`) ?? (await this.chosen(moments, split));
      this.places.set(`${key} ${index}`, places);
      const { train } = await moments.training(split.train);
      const ridges = plan.alphas.map((alpha) => knownRidge(train, alpha));
      const weights = Array.from(places.regions, (place, region) => withRegion(ridges[place], train, region));
      for (const [at, test] of (await moments.testing(split)).entries()) {
        const sums = byPiece.get(split.test[at].piece)!;
        add(sums.known, test, { weights: ridges[places.known].weights, region: null });
        weights.forEach((own, region) => add(sums.regions[region], test, { weights: own, region }));
      }
    }
    for (const { known, regions } of byPiece.values()) {
      const without = scoreOf(known, plan.score);
      regions.forEach((sums, region) => (gains[region] += scoreOf(sums, plan.score) - without));
    }
    return gains.map((sum) => sum / byPiece.size);
  }

  private async chosen(moments: HeldOutMoments, { inner }: NestedSplit) {
    const { plan, study } = this.context;
    const known = plan.alphas.map(() => 0);
    const regions = plan.alphas.map(() => new Float64Array(study.targets.length));
    for (const split of inner) {
      const { train } = await moments.training(split.train);
      const tests = (await moments.testing(split)).map(({ trained }) => trained);
      plan.alphas.forEach((alpha, place) => {
        const ridge: KnownRidge = knownRidge(train, alpha);
        known[place] += errorsOf(tests, ridge.weights, null);
        for (let region = 0; region < study.targets.length; region++) {
          regions[place][region] += errorsOf(tests, withRegion(ridge, train, region), region);
        }
      });
    }
    return {
      known: placeOfLeast(known),
      regions: Uint8Array.from({ length: study.targets.length }, (_, region) =>
        placeOfLeast(regions.map((errors) => errors[region])),
      ),
    };
  }
}

const placeOfLeast = (values: readonly number[]): number => values.indexOf(Math.min(...values));

/** The part of squared errors that weights change. */
function errorsOf(tests: readonly RegionMoments[], weights: Float64Array, region: number | null): number {
  return tests.reduce((sum, test) => {
    const { product, predicted } = predictionSums(test, weights, region);
    return sum + predicted - 2 * product;
  }, 0);
}

function add(
  sums: RatingSums,
  { own, trained }: { own: RegionMoments; trained: RegionMoments },
  { weights, region }: { weights: Float64Array; region: number | null },
): void {
  const mine = predictionSums(own, weights, region);
  const theirs = predictionSums(trained, weights, region);
  const last = own.xx.values.length - 1;
  sums.product += mine.product;
  sums.predicted += mine.predicted;
  sums.measured += own.xx.values[last];
  sums.errors += trained.xx.values[last] - 2 * theirs.product + theirs.predicted;
}

function scoreOf({ product, predicted, measured, errors }: RatingSums, score: 'r' | 'r2'): number {
  if (score === 'r2') return measured > 0 ? 1 - errors / measured : 0;
  return predicted * measured > 0 ? product / Math.sqrt(predicted * measured) : 0;
}
