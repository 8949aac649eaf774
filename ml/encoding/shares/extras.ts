import { type DoubleMatrix } from '../../linear/doubleMatrix';
import { type EncodingContext } from '../encodingContext';
import { type FittedModels } from '../ridge/fitModels';
import { modelKey } from '../scores/modelSets';
import { spaceShares } from './spaceShares';
import { mostStacked, stacked, type Stacking } from './stacking';
import { type PieceTable } from '../scores/scoreMaps';

/** What is told beside the models' own scores. */
export interface Extras {
  /** [space] shares of the full model's score by the product measure. */
  product: PieceTable[];
  /** Null with a single space, or too many. */
  stacking: Stacking | null;
  /** [space] mean weights of the full model, [delays * columns, targets]. */
  weights: DoubleMatrix[];
}

/** Shares by the product measure, stacking and weights. */
export async function extrasOf(context: EncodingContext, { byKey, source }: FittedModels): Promise<Extras> {
  const { spaces } = context.plan;
  const shares = await spaceShares(context, byKey.get(modelKey(spaces))!, source);
  const stacks = spaces.length > 1 && spaces.length <= mostStacked;
  const stacking = stacks
    ? await stacked(
        context,
        spaces.map((space) => byKey.get(modelKey([space]))!),
      )
    : null;
  return { ...shares, stacking };
}
