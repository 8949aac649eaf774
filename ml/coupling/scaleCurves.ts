import type { PreparedStudy } from '../encoding/preparedStudy';
import { fisherZ } from '../statistics/fisherZ';
import type { BestLag, CouplingPlan } from './couplingReport';
import { featureRuns, forEachRun, ratingRuns } from './couplingSeries';
import { laggedCorrelations, summedSeries, type SummedSeries } from './laggedCorrelations';

/** By piece and participant; null where there is none, or where it stands still and tells nothing. */
export type RatingSeries = (SummedSeries | null)[][];

/** The ratings of a scale, ready to be correlated. */
export const ratingSeries = (study: PreparedStudy, scale: string): RatingSeries =>
  study.pieces.map((piece) =>
    ratingRuns(study, piece, scale).map((run) => {
      const series = run && summedSeries(run.values);
      return series && !series.still ? series : null;
    }),
  );

/** What a scale's curves are computed from. */
export interface ScaleData {
  study: PreparedStudy;
  plan: CouplingPlan;
  /** In samples. */
  lags: readonly number[];
  ratings: RatingSeries;
}

/** The curve of every participant, piece and feature that has one, with its largest correlation. */
export function bestLags({ study, plan, lags, ratings }: ScaleData): BestLag[] {
  return study.pieces.flatMap((piece, at) =>
    plan.features.flatMap((feature) => {
      const series = forEachRun(featureRuns(study, piece, feature), (run) => summedSeries(run.values));
      return ratings[at].flatMap((rating, participant) => {
        const one = series[participant];
        if (!rating || !one) return [];
        const curve = laggedCorrelations(one, rating, lags);
        const best = largestAt(curve);
        return [
          {
            participant: study.participants[participant],
            piece: piece.name,
            feature,
            lagSeconds: plan.lagsSeconds[best],
            r: curve[best],
            z: fisherZ(curve[best]),
            curve: Array.from(curve),
          },
        ];
      });
    }),
  );
}

const largestAt = (curve: Float64Array) =>
  curve.reduce((best, value, at) => (value > curve[best] ? at : best), 0);

/** The mean over participants and pieces by feature: [lag]; empty where nobody has a curve. */
export function lagCurves(best: readonly BestLag[], plan: CouplingPlan): Record<string, number[]> {
  return Object.fromEntries(
    plan.features.map((feature) => {
      const curves = best.filter((one) => one.feature === feature).map(({ curve }) => curve);
      if (curves.length === 0) return [feature, []];
      return [
        feature,
        plan.lagsSeconds.map((_, lag) => curves.reduce((sum, curve) => sum + curve[lag], 0) / curves.length),
      ];
    }),
  );
}
