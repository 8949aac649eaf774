import { type DoubleMatrix } from '../../linear/doubleMatrix';
import { type EncodingContext } from '../encodingContext';
import { type FittedModel } from '../ridge/fitModels';
import { learned, type Learned, partsOfPredictions } from './partsOfPredictions';
import { addShares, emptyShares, type ShareSums, sharesOf } from './productMeasure';
import { rowsOf } from '../samples/sampleLayout';
import { type PieceTable } from '../scores/scoreMaps';
import { type MatrixSource } from '../design/spaceMatrices';
import { stackedTargets } from '../samples/stackedTargets';
import { rowsOfMatrix } from '../samples/submatrix';
import { WeightSums } from './weightSums';

/** What the full model's coefficients tell of each space. */
export interface SpaceShares {
  /** [space] its share of the full model's score by the product measure; together they are that score. */
  product: PieceTable[];
  /** [space] [delays * columns, targets] the mean over participants and folds of its weights. */
  weights: DoubleMatrix[];
}

/** Some participants' sums for one piece. */
interface PieceShares {
  participants: number[];
  piece: number;
  sums: ShareSums;
}

/** Goes once through all that the full model learned. */
export async function spaceShares(
  context: EncodingContext,
  { fit }: FittedModel,
  source: MatrixSource,
): Promise<SpaceShares> {
  const { study, design } = context;
  const shares = new Map<string, PieceShares>();
  const weights = new WeightSums(context, fit, source);
  for await (const part of learned(context, fit)) {
    const targets = stackedTargets(study, part.participants, design.layout);
    const measured = rowsOfMatrix(targets, rowsOf(part.split.test, design.layout));
    addSplit(shares, part, { measured, parts: await partsOfPredictions(part, context) });
    weights.add(part);
    context.work.advance(part.participants.length);
  }
  return { product: tablesOf(context, [...shares.values()]), weights: await weights.means() };
}

function addSplit(
  shares: Map<string, PieceShares>,
  { participants, split }: Learned,
  { measured, parts }: { measured: DoubleMatrix; parts: DoubleMatrix[] },
): void {
  let start = 0;
  for (const { piece, ...stretch } of split.test) {
    const end = start + stretch.end - stretch.start;
    const key = `${participants[0]} ${piece}`;
    const own = shares.get(key) ?? { participants, piece, sums: emptyShares(parts.length, measured.columns) };
    shares.set(key, own);
    addShares(own.sums, { measured, parts, start, end });
    start = end;
  }
}

function tablesOf({ study, plan }: EncodingContext, shares: readonly PieceShares[]): PieceTable[] {
  const tables: PieceTable[] = plan.spaces.map(() =>
    study.participants.map(() => study.pieces.map(() => null)),
  );
  for (const { participants, piece, sums } of shares) {
    sharesOf(sums, plan.score).forEach((all, space) => {
      participants.forEach((participant, place) => {
        const first = place * study.targets.length;
        tables[space][participant][piece] = all.slice(first, first + study.targets.length);
      });
    });
  }
  return tables;
}
