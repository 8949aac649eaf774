import type { PreparedPiece, PreparedStudy } from '../encoding/preparedStudy';
import type { CouplingPlan } from './couplingReport';
import { featureRuns, ratingRuns, type Runs } from './couplingSeries';
import { summedSeries } from './laggedCorrelations';

/** Fewer samples than this beside one another tell nothing. */
const leastOverlap = 10;

/**
 * Checks that a plan can be carried out on a study.
 *
 * @returns the lags in samples
 * @throws RangeError where it cannot, naming what is wrong
 */
export function requirePossible(study: PreparedStudy, plan: CouplingPlan): number[] {
  requireNames(plan.features, 'features');
  requireNames(plan.scales, 'scales');
  const lags = lagsInSamples(plan, study.hopSeconds);
  for (const piece of study.pieces) {
    requireLength(piece, lags);
    for (const feature of plan.features) requireFeature(featureRuns(study, piece, feature), feature, piece);
    for (const scale of plan.scales)
      requireOneColumn(ratingRuns(study, piece, scale), `scale ${scale}`, piece);
  }
  for (const scale of plan.scales) {
    if (!study.pieces.some((piece) => ratingRuns(study, piece, scale).some((run) => run !== null)))
      throw new RangeError(`invalid scale: ${scale} (nobody has rated it)`);
  }
  return lags;
}

function requireNames(names: readonly string[], what: string) {
  if (names.length === 0 || new Set(names).size < names.length)
    throw new RangeError(`invalid ${what}: ${names.join(', ') || 'none'} (at least one, none twice)`);
}

function lagsInSamples({ lagsSeconds }: CouplingPlan, hopSeconds: number): number[] {
  if (lagsSeconds.length === 0) throw new RangeError('invalid lags: none (at least one)');
  return lagsSeconds.map((seconds) => {
    const samples = Math.round(seconds / hopSeconds);
    if (!(Math.abs(samples - seconds / hopSeconds) < 1e-6))
      throw new RangeError(`invalid lag: ${seconds} s (a multiple of ${hopSeconds} s)`);
    return samples;
  });
}

function requireLength({ name, samples }: PreparedPiece, lags: readonly number[]) {
  const least = Math.max(...lags.map(Math.abs)) + leastOverlap;
  if (samples < least)
    throw new RangeError(`invalid piece ${name}: ${samples} samples (at least ${least} for these lags)`);
}

function requireFeature(runs: Runs, feature: string, piece: PreparedPiece) {
  if (runs.every((run) => run === null))
    throw new RangeError(`invalid feature: ${feature} (it is missing in piece ${piece.name})`);
  requireOneColumn(runs, `feature ${feature}`, piece);
  if ([...new Set(runs)].some((run) => run !== null && summedSeries(run.values).still))
    throw new RangeError(`invalid feature ${feature}: constant in piece ${piece.name} (leave it out)`);
}

function requireOneColumn(runs: Runs, what: string, piece: PreparedPiece) {
  const wide = runs.find((run) => run !== null && run.columns !== 1);
  if (wide)
    throw new RangeError(
      `invalid ${what}: ${wide.columns} columns in piece ${piece.name} (one: take a change that gives one)`,
    );
}
