import { AppError } from '../../base/errors';
import type { ReadOptions } from './fileReader';
import { fileFault } from './files/fileFault';
import { readHead } from './files/fileHead';
import { readerOf } from './readers';
import type { Series } from './series';

/**
 * A file of ratings, time series of regions, features or movements as samples at one rate, whatever its format.
 *
 * @param options what is known of it: hop and start win over what the file says, missing numbers are refused unless
 *   they are to be kept, and the layout of a text file can be given where looking at it misleads
 * @throws AppError naming file, place and what to do: 'unreadable' where it is damaged, 'invalid' where its content
 *   cannot be used, 'unsupported' for what is no series, 'too-large' above the limits
 */
export async function readSeries(path: string, options: ReadOptions = {}): Promise<Series> {
  requireHop(options.hopSeconds);
  const file = await readHead(path);
  const reader = readerOf(file);
  if (!reader.readSeries) throw fileFault('unsupported', path, `${reader.format} is no series of samples`);
  const series = await reader.readSeries(file, options);
  const { hopSeconds = series.hopSeconds, startSeconds = series.startSeconds } = options;
  return { ...series, hopSeconds, startSeconds };
}

function requireHop(hopSeconds: number | undefined): void {
  if (hopSeconds === undefined || (Number.isFinite(hopSeconds) && hopSeconds > 0)) return;
  throw new AppError('invalid', `invalid hopSeconds: ${hopSeconds} (seconds between samples, above 0)`);
}
