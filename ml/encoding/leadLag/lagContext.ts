import { type Cohort } from '../samples/cohorts';
import { type PreparedStudy } from '../preparedStudy';
import { type DesignOptions } from '../design/spaceSeries';
import { type SeriesOf } from '../design/spaceMatrices';
import { type Work } from '../work';
import { type LeadLagPlan } from './leadLagPlan';

/** What every step of one analysis of leads and lags shares. */
export interface LagContext {
  study: PreparedStudy;
  plan: LeadLagPlan;
  /** The plan's lags in samples. */
  lags: number[];
  design: DesignOptions;
  cohorts: Cohort[];
  seriesOf: SeriesOf;
  work: Work;
}

/** One participant's scores of every curve, [curve] [lags * targets], each the mean over pieces. */
export type LagScores = Float64Array[];

/** One participant, with whatever no surrogate changes. */
export interface LagParticipant {
  participant: number;
  /** The scores with the true features or, by the same penalties, with a surrogate of what predicts. */
  scores(surrogate: number | null): Promise<LagScores>;
}

/** Which scale is told of, and over which others. */
export interface LagCurve {
  scale: string;
  over: string[];
}
