import { readHead, type FileHead } from '../../files/fileHead';
import { fileFault } from '../../files/fileFault';
import { ByteSource } from '../../files/byteSource';
import { readNpyMatrix } from '../../numpy/npyMatrix';
import { fileBeside } from '../beside/fileBeside';
import type { MatValue } from '../matlab/matValue';
import { ratingScales } from './deapLayout';

/** A participant's ratings, a trial a row; null where the file has none. */
export type DeapRatings = Record<string, number>[] | null;

/** Ratings of the variable `labels`, [trials, 4]. Throws AppError 'invalid' for another shape. */
export function ratingsOfMatlab(path: string, labels: MatValue | undefined, trials: number): DeapRatings {
  if (labels === undefined) return null;
  const isTable = labels.kind === 'numbers' && labels.values !== null;
  if (!isTable || labels.dimensions[0] !== trials || labels.dimensions[1] !== ratingScales.length) {
    throw fileFault('invalid', path, `its labels are not ${trials} x ${ratingScales.length} numbers`);
  }
  const { values } = labels;
  return named(path, trials, (trial, scale) => values?.[trial + trials * scale] ?? NaN);
}

/** Ratings in an NPY file beside: s01_labels.npy for s01_data.npy, or labels.npy. */
export async function ratingsBeside(file: FileHead, trials: number): Promise<DeapRatings> {
  const renamed = file.name.replace(/data/i, 'labels');
  const own = `${file.name.slice(0, -'.npy'.length)}_labels.npy`;
  const found = await fileBeside(file.path, renamed === file.name ? own : renamed, [own, 'labels.npy']);
  if (!found) return null;
  const beside = await readHead(found.path);
  const open = () => ByteSource.of(beside);
  const sizeBytes = beside.packed ? null : beside.sizeBytes;
  const { values } = await readNpyMatrix({ path: beside.path, start: beside.bytes, sizeBytes, open });
  if (values.rows !== trials || values.columns !== ratingScales.length) {
    throw fileFault('invalid', beside.path, `it is not ${trials} x ${ratingScales.length} ratings`);
  }
  return named(beside.path, trials, (trial, scale) => values.values[trial * values.columns + scale]);
}

function named(path: string, trials: number, at: (trial: number, scale: number) => number): DeapRatings {
  return Array.from({ length: trials }, (_, trial) =>
    Object.fromEntries(
      ratingScales.map((scale, index) => {
        const value = at(trial, index);
        if (value >= 1 && value <= 9) return [scale, value];
        throw fileFault('invalid', path, `trial ${trial + 1}: a ${scale} of ${value} lies outside of 1 to 9`);
      }),
    ),
  );
}
