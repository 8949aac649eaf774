import type { PreparedStudy } from '../encoding/preparedStudy';
import type { CouplingPlan, ScaleCoupling } from './couplingReport';
import { ratingRuns } from './couplingSeries';
import type { RatingSeries } from './scaleCurves';

/** Fewer people than this make poor group statistics. */
const fewParticipants = 10;

/** What a reader of the whole report must know, in plain words. */
export function planRemarks(study: PreparedStudy, plan: CouplingPlan): string[] {
  const remarks: string[] = [];
  if (plan.surrogates === null && plan.lagsSeconds.length > 1)
    remarks.push(
      'Without surrogates nothing says how large the largest of several correlations is by chance; it is never near 0.',
    );
  if (plan.features.length > 1)
    remarks.push(
      'Smoother features win larger maxima over lags by chance: where features differ in the mean of their surrogates, the analysis of variance compares that too.',
    );
  if (plan.scales.length > 1)
    remarks.push('Each scale is analysed apart; p values are not adjusted for the number of scales.');
  if (study.participants.length < fewParticipants)
    remarks.push(`With ${study.participants.length} participants, group statistics are weak.`);
  return remarks;
}

/** What a reader must know of one scale. */
export function scaleRemarks(
  study: PreparedStudy,
  { scale, leftOut }: Pick<ScaleCoupling, 'scale' | 'leftOut'>,
  ratings: RatingSeries,
): string[] {
  const remarks = study.pieces.flatMap((piece, index) => {
    const runs = ratingRuns(study, piece, scale);
    if (runs.every((run) => run === null)) return [`Nobody rated ${scale} in ${piece.name}.`];
    return study.participants.flatMap((participant, at) =>
      runs[at] && !ratings[index][at]
        ? [`${participant}'s rating of ${scale} in ${piece.name} never changes and tells nothing.`]
        : [],
    );
  });
  if (leftOut.length > 0)
    remarks.push(`Not in the analysis of variance of ${scale}, for want of a piece: ${leftOut.join(', ')}.`);
  return remarks;
}
