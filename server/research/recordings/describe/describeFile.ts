import type { ReadOptions } from '../fileReader';
import { readHead } from '../files/fileHead';
import { readerOf } from '../readers';
import type { FileDescription } from './fileDescription';

/**
 * What a file is: its kind, shape, rate, columns with their means and standard deviations, events. Whatever a file
 * holds is read through, so that a damaged end is found too.
 *
 * @param options as of readSeries; missing numbers are counted, never refused
 * @throws AppError as readSeries
 */
export async function describeFile(path: string, options: ReadOptions = {}): Promise<FileDescription> {
  const file = await readHead(path);
  const description = await readerOf(file).describe(file, options);
  return options.hopSeconds === undefined ? description : withHop(description, options.hopSeconds);
}

function withHop(description: FileDescription, hopSeconds: number): FileDescription {
  const samples = samplesOf(description);
  if (samples === null) return description;
  return { ...description, hopSeconds, rateHz: 1 / hopSeconds, durationSeconds: samples * hopSeconds };
}

/** Null for what is not sampled over time. */
function samplesOf({ kind, shape }: FileDescription): number | null {
  if (kind === 'series' || kind === 'ratings') return shape[0];
  return kind === 'volumes' ? shape[3] : null;
}
