import { type Worker } from 'node:worker_threads';
import { type Cohort } from './samples/cohorts';
import { type EncodingPlan } from './encodingPlan';
import { type PreparedStudy } from './preparedStudy';
import { type DesignOptions } from './design/spaceSeries';
import { type Work } from './work';

/** What every step of one analysis shares. */
export interface EncodingContext {
  study: PreparedStudy;
  plan: EncodingPlan;
  design: DesignOptions;
  /** Participants by the pieces that they have, the same for every model, so that models are compared on the same data. */
  cohorts: Cohort[];
  work: Work;
  /** Starts a thread that runs nulls/phaseThread.ts; none where only this thread is to work. */
  startHelper?: () => Worker;
}
