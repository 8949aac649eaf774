import { cohortsOf } from './cohorts';
import { type EncodingContext } from './encodingContext';
import { type EncodingPlan } from './encodingPlan';
import { type EncodingReport } from './encodingReport';
import { ceilingOf } from './ceiling';
import { extrasOf } from './extras';
import { fitModels } from './fitModels';
import { longestDelay, requirePlan } from './planChecks';
import { type PreparedStudy } from './preparedStudy';
import { reportOf } from './reportOf';
import { sampleLayout } from './sampleLayout';
import { testAgainstNull } from './testAgainstNull';
import { testedStatistics } from './testedStatistics';
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
}

/**
 * Predicts recordings from features of what was heard: every model by nested cross-validation, what each space alone
 * contributes, and what chance would make of it. Scores of a participant are the mean over pieces, each counting the same.
 *
 * Equal studies and plans give equal numbers.
 *
 * @throws RangeError for a plan that the study cannot serve; the reason of `signal` once it is aborted
 */
export async function encode(
  study: PreparedStudy,
  plan: EncodingPlan,
  options: EncodeOptions = {},
): Promise<EncodingReport> {
  requirePlan(study, plan);
  const context = contextOf(study, plan, options);
  const fitted = await fitModels(context);
  const extras = await extrasOf(context, fitted);
  const tested = testedStatistics(context, fitted, extras);
  await testAgainstNull(context, fitted, tested);
  const ceiling = await ceilingOf(context, options.signal);
  const report = reportOf(context, { fitted, extras, ceiling }, tested);
  context.work.finish();
  return report;
}

function contextOf(study: PreparedStudy, plan: EncodingPlan, options: EncodeOptions): EncodingContext {
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
  };
}
