import type { Change } from '@/ml/signal/changes';
import { AppError } from '../../base/errors';
import type { Series } from '../recordings/series';
import { changedSeries } from './changedSeries';
import { resampledSeries } from './resampledSeries';

/** What is to be made of a feature. */
export interface FeaturePreparation {
  /** What it is called. */
  name: string;
  /** The sampling of a recording that begins with the sound; its own where left out. */
  recording?: {
    hopSeconds: number;
    /** As many as the sound has room for where left out. */
    samples?: number;
  };
  /** How its change is told; the feature itself where left out. */
  change?: Change;
}

/**
 * A feature at a recording's samples, then how it changes from each to the next.
 *
 * @throws AppError 'invalid' where the sound is too short for two samples, or fewer are asked for
 */
export function preparedFeature(series: Series, { name, recording, change }: FeaturePreparation): Series {
  const { hopSeconds } = recording ?? {};
  const samples = recording?.samples ?? Math.floor(endSeconds(series) / (hopSeconds ?? 1));
  const sampled = hopSeconds === undefined ? series : resampledSeries(series, { hopSeconds, samples });
  return change ? changedSeries(sampled, change, name) : sampled;
}

/** Where the last sample ends, seconds from the start of the sound. */
function endSeconds({ hopSeconds, startSeconds, values }: Series): number {
  if (hopSeconds === null)
    throw new AppError('invalid', 'invalid hopSeconds: (none) (say the rate of the series)');
  return (startSeconds ?? 0) + (values.rows - 0.5) * hopSeconds;
}
