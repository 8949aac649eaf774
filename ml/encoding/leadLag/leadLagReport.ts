import { type LeadLagPlan } from './leadLagPlan';
import { type Target } from '../preparedStudy';

/** A number a lag and target, over the group, with what chance makes of it. */
export interface TestedLags {
  /** [lag][target] the mean over participants. */
  observed: number[][];
  /** [lag][target] (b + 1) / (m + 1), one-sided; null where no null was asked for. */
  p: number[][] | null;
  /** [lag][target] against the maximum over all lags and targets: family-wise. */
  pFamily: number[][] | null;
  /** [lag][target] Benjamini-Hochberg over all lags and targets. */
  q: number[][] | null;
  /** The 95th percentile of the null's maximum over lags and targets. */
  threshold: number | null;
}

/** One scale, in one direction. */
export interface LeadLagCurve {
  scale: string;
  /** What else is known, over which the score is a gain; nothing where the scale stands alone. */
  over: string[];
  /** [participant][lag][target]; null where the participant has no such data. */
  table: (number | null)[][][];
  tested: TestedLags;
  /** [target] the lag of the highest score, in seconds. */
  bestLagSeconds: number[];
}

/** Everything that an analysis of leads and lags found. */
export interface LeadLagReport {
  direction: LeadLagPlan['direction'];
  lagsSeconds: number[];
  hopSeconds: number;
  targets: Target[];
  participants: string[];
  curves: LeadLagCurve[];
  /** What a reader must know, in plain words. */
  remarks: string[];
}
