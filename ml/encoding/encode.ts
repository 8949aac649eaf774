import { contextOf, type EncodeOptions } from './contextOf';
import { type EncodingPlan } from './encodingPlan';
import { type EncodingReport } from './encodingReport';
import { ceilingOf } from './ceiling';
import { extrasOf } from './shares/extras';
import { fitModels } from './ridge/fitModels';
import { requirePlan } from './planChecks';
import { type PreparedStudy } from './preparedStudy';
import { reportOf } from './reportOf';
import { testAgainstNull } from './nulls/testAgainstNull';
import { testedStatistics } from './scores/testedStatistics';

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

export type { EncodeOptions };
