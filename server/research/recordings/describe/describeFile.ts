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
  return readerOf(file).describe(file, options);
}
