import { type Worker } from 'node:worker_threads';
import { cohortsOf } from './samples/cohorts';
import { type EncodingContext } from './encodingContext';
import { type EncodingPlan } from './encodingPlan';
import { longestDelay } from './planChecks';
import { type PreparedStudy } from './preparedStudy';
import { sampleLayout } from './samples/sampleLayout';
import { Work } from './work';
import { workUnits } from './workUnits';

/** How an analysis is run; none of it changes what it finds. */
export interface EncodeOptions {
  /** Told a growing fraction, 0..1. */
  onProgress?: (fraction: number) => void;
  /** Ends the analysis between two steps once it is aborted. */
  signal?: AbortSignal;
  /** Threads that matrix products may use, 1 where it is not told. */
  threads?: number;
  /**
   * Starts a thread that runs nulls/phaseThread.ts: `threads` less one of them draw surrogates beside this thread, which
   * uses all cores better than products alone. Ended with the analysis.
   */
  startHelper?: () => Worker;
}

/** What every step of an analysis shares. */
export function contextOf(study: PreparedStudy, plan: EncodingPlan, options: EncodeOptions): EncodingContext {
  const layout = sampleLayout(study.pieces);
  const splits = { samples: layout.samples, folds: plan.folds, gapSamples: longestDelay(plan.delays) };
  return {
    study,
    plan,
    design: {
      layout,
      before: study.pieces.map(({ margin }) => margin?.before ?? 0),
      delays: plan.delays,
      standardise: plan.standardise ?? 'features',
      threads: options.threads ?? 1,
    },
    cohorts: cohortsOf(study, plan.spaces, splits),
    work: new Work(workUnits(study, plan), options),
    startHelper: options.startHelper,
  };
}
