import { type EncodingPlan } from './encodingPlan';
import { modelSets } from './scores/modelSets';
import { type PreparedStudy } from './preparedStudy';

/**
 * About how much work an analysis is: a unit is one participant's predictions for one split and penalty. By it progress is
 * told, so that it need not be exact.
 */
export function workUnits({ participants, pieces }: PreparedStudy, plan: EncodingPlan): number {
  const folds = plan.folds.kind === 'pieces' ? pieces.length : plan.folds.count;
  const models = modelSets(plan.spaces).length;
  const choosing = models * (plan.banded?.candidates ?? 1) * folds * (folds - 1) * plan.alphas.length;
  return participants.length * (choosing + models * folds + nullUnits(plan, folds));
}

function nullUnits(plan: EncodingPlan, folds: number): number {
  if (plan.null?.kind !== 'phase' || !plan.null.refit) return 0;
  return plan.null.count * folds * (1 + 2 * plan.spaces.length) * refitCost;
}

/** What learning one split anew takes, decomposition included, beside choosing by one penalty. */
const refitCost = 3;
