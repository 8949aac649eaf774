import { type DoubleMatrix, doubleZeros } from '../../linear/doubleMatrix';
import { product } from '../../linear/product';
import { type EncodingContext } from '../encodingContext';
import { type ModelFit } from '../ridge/fitModel';
import { type Learned, ownCoefficients, scaleOf } from './partsOfPredictions';
import { rowsOf } from '../samples/sampleLayout';
import { type MatrixSource } from '../design/spaceMatrices';

/** Adds up what a model learned, over participants and folds, so that wide spaces are multiplied once. */
export class WeightSums {
  /** [space] [rows or columns, targets] of participants with the same features: dual coefficients or coefficients. */
  private readonly byFeatures = new Map<
    number,
    { participant: number; form: 'primal' | 'kernel'; sums: DoubleMatrix[] }
  >();
  private count = 0;

  constructor(
    private readonly context: EncodingContext,
    private readonly fit: ModelFit,
    private readonly source: MatrixSource,
  ) {}

  add({ cohort, participants, split, groups }: Learned): void {
    const targets = this.context.study.targets.length;
    const train = rowsOf(split.train, this.context.design.layout);
    const { form, spaces } = cohort.design;
    const index = this.fit.cohorts.indexOf(cohort);
    const kept = this.byFeatures.get(index) ?? {
      participant: participants[0],
      form,
      sums: spaces.map(({ rows, columns }) => doubleZeros(form === 'primal' ? columns : rows, targets)),
    };
    this.byFeatures.set(index, kept);
    for (const { columns, weights, coefficients } of groups) {
      kept.sums.forEach((sum, space) => {
        const own = ownCoefficients(cohort.design, { space, coefficients });
        const rows = form === 'primal' ? null : train;
        addScaled(sum, own, { rows, columns, scale: scaleOf(form, weights[space]) });
      });
    }
    this.count += participants.length;
  }

  /** [space] [delays * columns, targets] the mean over participants and folds. */
  async means(): Promise<DoubleMatrix[]> {
    const means: DoubleMatrix[] = [];
    for (const [place, space] of this.fit.spaces.entries()) {
      let mean: DoubleMatrix | null = null;
      for (const { participant, form, sums } of this.byFeatures.values()) {
        const weights =
          form === 'primal' ? sums[place] : await this.fromDual(space, participant, sums[place]);
        mean ??= doubleZeros(weights.rows, weights.columns);
        for (let at = 0; at < mean.values.length; at++) mean.values[at] += weights.values[at] / this.count;
      }
      means.push(mean ?? doubleZeros(0, this.context.study.targets.length));
    }
    return means;
  }

  private async fromDual(space: string, participant: number, dual: DoubleMatrix): Promise<DoubleMatrix> {
    const columns = await this.source.matrix('primal', space, participant);
    return product(columns, dual, { transposeLeft: true, threads: this.context.design.threads });
  }
}

/** Adds the coefficients of stacked targets to those of each target. */
function addScaled(
  sum: DoubleMatrix,
  own: DoubleMatrix,
  { rows, columns, scale }: { rows: Int32Array | null; columns: Int32Array; scale: number },
): void {
  for (let row = 0; row < own.rows; row++) {
    const to = (rows ? rows[row] : row) * sum.columns;
    for (let column = 0; column < own.columns; column++) {
      sum.values[to + (columns[column] % sum.columns)] += scale * own.values[row * own.columns + column];
    }
  }
}
