import type { AnovaEffect } from '../statistics/repeatedMeasuresAnova';
export type { AnovaEffect };

/** How changes of features and changes of ratings go together: the plan. */
export interface CouplingPlan {
  features: string[];
  /** The rating scales: spaces that each participant has of their own. Each is analysed apart. */
  scales: string[];
  /** Lags in seconds, the rating after the feature; all multiples of the hop. */
  lagsSeconds: number[];
  /** What the maximum over lags is compared with; the same maximum is taken in every surrogate. */
  surrogates: { kind: 'phase' | 'shift'; count: number } | null;
  seed: number;
}

/** The best lag of one feature for one participant's rating of one piece. */
export interface BestLag {
  participant: string;
  piece: string;
  feature: string;
  lagSeconds: number;
  /** The largest correlation over lags, and its Fisher z. */
  r: number;
  z: number;
  /** [lag] */
  curve: number[];
}

/** Two features compared within participants, averaged over pieces. */
export interface PostHocTest {
  plus: string;
  minus: string;
  difference: number;
  t: number;
  degrees: number;
  p: number;
  pHolm: number;
  cohenDz: number;
}

/** What one scale says. */
export interface ScaleCoupling {
  scale: string;
  best: BestLag[];
  /** Mean over participants and pieces by feature, [lag]. */
  lagCurves: Record<string, number[]>;
  /** Null with fewer than two complete participants, or with one feature and one piece. */
  anova: AnovaEffect[] | null;
  postHoc: PostHocTest[];
  /** By feature: mean z, its surrogates' mean and 95th percentile, p = (b + 1) / (m + 1); null without surrogates. */
  surrogates: Record<string, { z: number; surrogateMean: number; surrogate95: number; p: number } | null>;
  /** Participants left out of the analysis of variance because a cell is missing. */
  leftOut: string[];
}

export interface CouplingReport {
  hopSeconds: number;
  lagsSeconds: number[];
  features: string[];
  pieces: string[];
  scales: ScaleCoupling[];
  remarks: string[];
}
