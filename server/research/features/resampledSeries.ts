import { lanczosResampled } from '@/ml/signal/lanczosResampled';
import { AppError } from '../../base/errors';
import type { Series } from '../recordings/series';

/** Where the samples of a recording lie. */
export interface RecordingSampling {
  /** Seconds between samples: the TR of fMRI. */
  hopSeconds: number;
  samples: number;
  /** Seconds from the start of the stimulus to the beginning of the first sample; 0 where left out. */
  startSeconds?: number;
  /** What moment of a sample's hop it stands for, 0 (beginning) to 1 (end); 0.5 where left out. */
  sampleTime?: number;
}

/** The moments that the samples of a recording stand for, seconds from the start of the stimulus. */
export function recordingTimes({
  hopSeconds,
  samples,
  startSeconds = 0,
  sampleTime = 0.5,
}: RecordingSampling) {
  return Float64Array.from({ length: samples }, (_, i) => startSeconds + (i + sampleTime) * hopSeconds);
}

/**
 * A series brought to the samples of a recording, by a Lanczos filter of three lobes that takes away what moves faster
 * than the recording can tell.
 *
 * @throws AppError 'invalid' where the series does not say its rate, has fewer than two samples, or fewer than two are
 *   wanted
 */
export function resampledSeries(series: Series, recording: RecordingSampling): Series {
  const { hopSeconds, startSeconds, values } = series;
  if (hopSeconds === null)
    throw new AppError('invalid', 'invalid hopSeconds: (none) (say the rate of the series)');
  const times = Float64Array.from({ length: values.rows }, (_, i) => (startSeconds ?? 0) + i * hopSeconds);
  const wanted = recordingTimes(recording);
  if (values.rows < 2 || wanted.length < 2)
    throw new AppError(
      'invalid',
      `invalid series: ${values.rows} samples to be resampled to ${wanted.length} (at least two of each)`,
    );
  const resampled = lanczosResampled({ samples: values, times }, wanted);
  return { ...series, hopSeconds: recording.hopSeconds, startSeconds: wanted[0], values: resampled };
}
