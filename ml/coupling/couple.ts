import type { PreparedStudy } from '../encoding/preparedStudy';
import { doubleColumnOf, type DoubleMatrix } from '../linear/doubleMatrix';
import type { Draws } from '../statistics/drawSurrogates';
import { mean } from '../statistics/mean';
import { permutationP } from '../statistics/permutationP';
import { quantileOf } from '../statistics/quantile';
import { compareFeatures } from './compareFeatures';
import { requirePossible } from './couplingChecks';
import { planRemarks, scaleRemarks } from './couplingRemarks';
import type { BestLag, CouplingPlan, CouplingReport, ScaleCoupling } from './couplingReport';
import { bestLags, lagCurves, ratingSeries, type ScaleData } from './scaleCurves';
import { surrogateMaxima } from './surrogateMaxima';

/**
 * How changes of features and changes of ratings go together (after Kim, Overath and Sammler): Pearson's correlation at
 * each lag, the largest of every participant, piece and feature and its Fisher z, compared between features and pieces
 * within participants for each scale apart, and with surrogates of the features that take the same maximum.
 *
 * @param study whose features and ratings are changes already, of one column each
 * @param plan equal plans, seeds and studies give equal reports
 * @throws RangeError where the plan cannot be carried out, naming what is wrong
 * @throws the signal's reason once it is aborted
 */
export async function couple(
  study: PreparedStudy,
  plan: CouplingPlan,
  draws: Draws = {},
): Promise<CouplingReport> {
  const lags = requirePossible(study, plan);
  const ratings = plan.scales.map((scale) => ratingSeries(study, scale));
  const surrogates = await surrogateMaxima({ study, plan, lags, ratings }, draws);
  const scales = plan.scales.map((scale, index) =>
    scaleCoupling(scale, { study, plan, lags, ratings: ratings[index] }, surrogates[index]),
  );
  return {
    hopSeconds: study.hopSeconds,
    lagsSeconds: plan.lagsSeconds,
    features: plan.features,
    pieces: study.pieces.map(({ name }) => name),
    scales: scales.map(({ coupling }) => coupling),
    remarks: [...planRemarks(study, plan), ...scales.flatMap(({ remarks }) => remarks)],
  };
}

function scaleCoupling(
  scale: string,
  data: ScaleData,
  surrogates: DoubleMatrix,
): { coupling: ScaleCoupling; remarks: string[] } {
  const { study, plan, ratings } = data;
  const best = bestLags(data);
  const { remarks, ...comparison } = compareFeatures(best, {
    participants: study.participants,
    features: plan.features,
  });
  const coupling = {
    scale,
    best,
    lagCurves: lagCurves(best, plan),
    ...comparison,
    surrogates: testedBySurrogates(best, plan.features, surrogates),
  };
  const told = remarks.map((remark) => `${scale}: ${remark}`);
  return { coupling, remarks: [...scaleRemarks(study, coupling, ratings), ...told] };
}

function testedBySurrogates(
  best: readonly BestLag[],
  features: readonly string[],
  surrogates: DoubleMatrix,
): ScaleCoupling['surrogates'] {
  return Object.fromEntries(
    features.map((feature, column) => {
      const observed = best.filter((one) => one.feature === feature).map((one) => one.z);
      if (surrogates.rows === 0 || observed.length === 0) return [feature, null];
      const z = mean(observed);
      const chance = doubleColumnOf(surrogates, column);
      return [
        feature,
        {
          z,
          surrogateMean: mean(chance),
          surrogate95: quantileOf(chance, 0.95),
          p: permutationP(z, chance),
        },
      ];
    }),
  );
}
