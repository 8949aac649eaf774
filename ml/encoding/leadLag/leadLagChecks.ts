import { columnsOf } from '../design/spaceSeries';
import { type PreparedStudy } from '../preparedStudy';
import { type LeadLagPlan } from './leadLagPlan';

/** More columns of what is known than this, and the quick way of adding one region is none. */
const mostKnown = 200;

/** @throws RangeError for the first thing in a plan that the study cannot serve or that makes no sense, with what to do. */
export function requireLeadLagPlan(study: PreparedStudy, plan: LeadLagPlan): void {
  const { pieces, hopSeconds } = study;
  if (plan.scales.length === 0) throw new RangeError('invalid scales: none (at least one rating scale)');
  for (const space of [...plan.scales, ...plan.features]) {
    const lacking = pieces.find(({ shared, own }) => !(space in shared) && !(space in own));
    if (lacking)
      throw new RangeError(`invalid space: ${space} (piece ${lacking.name} has none of that name)`);
  }
  for (const scale of plan.scales) {
    const columns = columnsOf(study, scale);
    if (columns !== 1)
      throw new RangeError(`invalid scale: ${scale} of ${columns} columns (a rating has one)`);
  }
  const shortest = Math.min(...pieces.map(({ samples }) => samples)) * hopSeconds;
  const wrong = plan.lagsSeconds.find((lag) => !(Math.abs(lag) < shortest));
  if (plan.lagsSeconds.length === 0 || wrong !== undefined) {
    throw new RangeError(
      `invalid lagsSeconds: ${wrong ?? 'none'} (at least one, shorter than the shortest piece of ${shortest} s)`,
    );
  }
  if (plan.alphas.length === 0 || plan.alphas.some((alpha) => !(alpha > 0 && Number.isFinite(alpha)))) {
    throw new RangeError(`invalid alphas: ${plan.alphas.join(', ') || 'none'} (at least one, each above 0)`);
  }
  if (plan.folds.kind === 'pieces' && pieces.length < 2) {
    throw new RangeError('invalid folds: pieces (a study of one piece has none to leave out: choose blocks)');
  }
  requireKnown(study, plan);
}

function requireKnown(study: PreparedStudy, plan: LeadLagPlan): void {
  if (plan.direction !== 'brain to ratings') return;
  if (!(plan.pastSeconds > 0)) {
    throw new RangeError(
      `invalid pastSeconds: ${plan.pastSeconds} (above 0: without its own past a rating predicts itself)`,
    );
  }
  const columns = plan.features.reduce((sum, feature) => sum + columnsOf(study, feature), 0);
  const known = columns * plan.featureDelays.length;
  if (known > mostKnown) {
    throw new RangeError(
      `invalid features: ${known} delayed columns (at most ${mostKnown}: take the envelope, or first principal components)`,
    );
  }
}
