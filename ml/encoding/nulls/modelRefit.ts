import { tridiagonalise } from '../../linear/tridiagonalise';
import { product } from '../../linear/product';
import { type Matrix } from '../../matrix/matrix';
import { joined } from '../design/design';
import { type DesignedCohort, designedCohorts } from '../design/designedCohorts';
import { type EncodingContext } from '../encodingContext';
import { type ModelFit } from '../ridge/fitModel';
import { sliced } from '../ridge/heldOut';
import { addStretch, emptySums, type PieceSums, scoreOfSums } from '../scores/pieceSums';
import { centredRows, heldOutSide, type RidgeDesign } from '../ridge/ridge';
import { lengthOf, rowsOf } from '../samples/sampleLayout';
import { type PieceTable } from '../scores/scoreMaps';
import { SplitPredictor } from './splitPredictor';
import { single } from '../ridge/single';
import { rowRanges, type SingleTargets, singleTargets } from './singleTargets';
import { type MatrixSource } from '../design/spaceMatrices';
import { splitTargets } from '../samples/splitTargets';
import { chunksOf, stackedTargets } from '../samples/stackedTargets';
import { type Split } from '../samples/splits';

/** Beyond so many bytes, the targets of all splits are made anew for every surrogate. */
const mostKeptBytes = 1 << 29;

/** Some participants' targets in one split, and where they lie. */
interface Part {
  participants: number[];
  targets: SingleTargets[];
}

/**
 * Learns a model anew from surrogates of its features, by the penalties that were chosen for the true ones. In single
 * precision, since only ranks among surrogates matter, and over one tridiagonal form for all penalties of a split,
 * which costs less than half of what eigenvectors do.
 */
export class ModelRefit {
  private readonly kept = new Map<string, Part[]>();
  private readonly keeps: boolean;

  constructor(
    private readonly context: EncodingContext,
    private readonly fit: ModelFit,
  ) {
    const rows = ({ participants, splits }: DesignedCohort) =>
      participants.length *
      splits.reduce((sum, { train, test }) => sum + lengthOf(train) + lengthOf(test), 0);
    const values = fit.cohorts.reduce((sum, cohort) => sum + rows(cohort), 0) * context.study.targets.length;
    this.keeps = values * Float32Array.BYTES_PER_ELEMENT < mostKeptBytes;
  }

  /** The scores of every recording with features from another source. */
  async scores(source: MatrixSource): Promise<PieceTable> {
    const { study, plan } = this.context;
    const cohorts = await designedCohorts(this.context, this.fit.spaces, source);
    const table: PieceTable = study.participants.map(() => study.pieces.map(() => null));
    for (const [index, cohort] of cohorts.entries()) {
      const sums = await this.cohortSums(index, cohort);
      cohort.participants.forEach((participant, place) => {
        for (const piece of cohort.pieces) {
          const all = scoreOfSums(sums.get(piece)!, plan.score);
          table[participant][piece] = all.slice(
            place * study.targets.length,
            (place + 1) * study.targets.length,
          );
        }
      });
    }
    return table;
  }

  private async cohortSums(index: number, cohort: DesignedCohort): Promise<Map<number, PieceSums>> {
    const columns = cohort.participants.length * this.context.study.targets.length;
    const sums = new Map(cohort.pieces.map((piece) => [piece, emptySums(columns)]));
    for (const [split, each] of cohort.splits.entries()) {
      const parts = this.partsOf(index, split);
      const candidates = new Set(parts.flatMap(({ targets }) => targets.map((some) => some.candidate)));
      for (const candidate of candidates) {
        const predictor = await this.predictor(cohort, each, this.fit.weights[candidate]);
        let first = 0;
        for (const { participants, targets } of parts) {
          for (const some of targets.filter((own) => own.candidate === candidate)) {
            addSplit(sums, { split: each, targets: some, predicted: await predictor.predict(some), first });
          }
          first += participants.length * this.context.study.targets.length;
        }
      }
    }
    return sums;
  }

  /** What predicts the held-out rows of a split, decomposed once for all targets. */
  private async predictor(
    { design }: DesignedCohort,
    { train, test }: Split,
    weights: readonly number[],
  ): Promise<SplitPredictor> {
    const { layout, threads } = this.context.design;
    const whole: RidgeDesign = { form: design.form, matrix: joined(design, weights), centred: true, threads };
    const { square, columns, ...rest } = await centredRows(whole, rowsOf(train, layout));
    const { orthogonal, ...tridiagonal } = tridiagonalise(square);
    const basis = single(columns ? await product(columns, orthogonal, { threads }) : orthogonal);
    const side = single(await heldOutSide({ ...rest, vectors: orthogonal }, whole, rowsOf(test, layout)));
    return new SplitPredictor({ tridiagonal, basis, side }, threads);
  }

  private partsOf(index: number, split: number): Part[] {
    const key = `${index} ${split}`;
    const parts = this.kept.get(key) ?? this.makeParts(index, split);
    if (this.keeps) this.kept.set(key, parts);
    return parts;
  }

  private makeParts(index: number, split: number): Part[] {
    const { study, design } = this.context;
    const cohort = this.fit.cohorts[index];
    let first = 0;
    return chunksOf(cohort.participants, study.targets.length).map((participants) => {
      const targets = stackedTargets(study, participants, design.layout);
      const own = splitTargets(targets, cohort.splits[split], { layout: design.layout, centred: true });
      const penalties = sliced(this.fit.penalties[index][split], first, targets.columns);
      first += targets.columns;
      return { participants, targets: singleTargets(own, cohort.splits[split].test, penalties) };
    });
  }
}

function addSplit(
  sums: Map<number, PieceSums>,
  {
    split,
    targets,
    predicted,
    first,
  }: { split: Split; targets: SingleTargets; predicted: Matrix; first: number },
): void {
  const columns = targets.columns.map((column) => first + column);
  rowRanges(split.test).forEach(([start, end], index) => {
    const both = { measured: targets.test, predicted, known: targets.known[index] };
    addStretch(sums.get(split.test[index].piece)!, both, { start, end, columns });
  });
}
