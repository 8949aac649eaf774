import { type EncodingPlan } from './encodingPlan';
import { modelSets } from './scores/modelSets';
import { type PreparedStudy } from './preparedStudy';

/**
 * About how much work an analysis is: a unit is one participant's predictions for one split and penalty. By it progress is
 * told, so that it need not be exact.
 */
export function workUnits(study: PreparedStudy, plan: EncodingPlan): number {
  const folds = foldsOf(study, plan);
  const models = modelSets(plan.spaces).length;
  const choosing = models * (plan.banded?.candidates ?? 1) * folds * (folds - 1) * plan.alphas.length;
  return study.participants.length * (choosing + models * folds) + nullUnits(study, plan);
}

/** What learning one model anew takes, decompositions included. */
export const refitUnits = (study: PreparedStudy, plan: EncodingPlan): number =>
  refitCost * study.participants.length * foldsOf(study, plan);

/** What learning one split anew takes, decomposition included, beside choosing by one penalty. */
const refitCost = 3;

const foldsOf = ({ pieces }: PreparedStudy, { folds }: EncodingPlan): number =>
  folds.kind === 'pieces' ? pieces.length : folds.count;

function nullUnits(study: PreparedStudy, plan: EncodingPlan): number {
  if (plan.null?.kind !== 'phase' || !plan.null.refit) return 0;
  const spaces = plan.spaces.length;
  // The full model, then each space alone, and the full model once for each space that is turned alone.
  const refits = plan.null.models === 'full' || spaces === 1 ? 1 : 1 + 2 * spaces;
  return plan.null.count * refits * refitUnits(study, plan);
}
