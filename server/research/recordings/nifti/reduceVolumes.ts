import { doubleZeros } from '@/ml/linear/doubleMatrix';
import { fileFault } from '../files/fileFault';
import { readHead, type FileHead } from '../files/fileHead';
import { mostValues } from '../files/limits';
import type { Series } from '../series';
import { readLabelImage, type LabelImage, type LabelledRegion } from './labelImage';
import { readNiftiHeader, type NiftiHeader } from './niftiHeader';
import { niftiExtent, niftiVolumes } from './niftiVolumes';
import { RegionMeans } from './regionMeans';
import { requireSameSpace } from './sameSpace';

/** What to reduce, and by what. */
export interface VolumeReduction {
  /** A run of volumes: .nii or .nii.gz. */
  path: string;
  /** The label image, or its path. */
  labels: string | LabelImage;
  /** A table of names of the labels, as readLabelNames. */
  labelNames?: string;
  /** Seconds between volumes, in place of what the header says. */
  hopSeconds?: number;
  /** Told the share of volumes that are done, 0..1. */
  onProgress?: (fraction: number) => void;
  signal?: AbortSignal;
}

/** A region with the voxels that stand for it. */
interface ReducedRegion extends LabelledRegion {
  /** Voxels without a number in the first volume (outside of what was scanned), which no mean takes in. */
  voxelsLeftOut: number;
}

/** The mean of every region in every volume. */
export interface RegionSeries extends Series {
  /** One a column. */
  regions: ReducedRegion[];
}

/** A longer TR is a slip of units. */
export const longestHopSeconds = 60;

/**
 * Reduces a run of volumes to the mean of each region, volume by volume: memory is that of a volume, whatever the run.
 *
 * @throws AppError 'invalid' for another space than the labels', naming both; for a TR above 60 s; and for NaN in a
 *   region, naming region and volume. Else as readNiftiHeader and niftiVolumes; an AbortError on `signal`
 */
export async function reduceVolumes(reduction: VolumeReduction): Promise<RegionSeries> {
  const file = await readHead(reduction.path);
  const header = readNiftiHeader(file);
  const { volumes } = niftiExtent(file, header);
  const hopSeconds = hopOf(file, header, reduction.hopSeconds);
  const { labels: given } = reduction;
  const labels = typeof given === 'string' ? await readLabelImage(given, reduction.labelNames) : given;
  requireSameSpace(file.path, header, labels.header);
  const { regions } = labels;
  if (volumes * regions.length > mostValues) {
    throw fileFault(
      'too-large',
      file.path,
      `${volumes} volumes of ${regions.length} regions: at most ${mostValues}`,
    );
  }
  const { values, leftOut } = await meansOf(file, { header, labels, reduction });
  return {
    hopSeconds,
    startSeconds: null,
    columns: regions.map(({ name }) => ({ name, unit: null })),
    values,
    regions: regions.map((region, index) => ({ ...region, voxelsLeftOut: leftOut[index] })),
  };
}

async function meansOf(
  file: FileHead,
  { header, labels, reduction }: { header: NiftiHeader; labels: LabelImage; reduction: VolumeReduction },
) {
  const { volumes } = niftiExtent(file, header);
  const means = new RegionMeans(file.path, labels);
  const values = doubleZeros(volumes, labels.regions.length);
  let volume = 0;
  for await (const numbers of niftiVolumes(file, header, reduction.signal)) {
    const row = values.values.subarray(volume * values.columns, (volume + 1) * values.columns);
    means.take(numbers, row);
    for (let region = 0; region < row.length; region++)
      row[region] = row[region] * header.slope + header.intercept;
    volume++;
    reduction.onProgress?.(volume / volumes);
  }
  return { values, leftOut: means.leftOut };
}

/** Seconds between volumes, the given ones before those of the header. */
function hopOf(file: FileHead, header: NiftiHeader, given?: number): number | null {
  const hop = given ?? header.hopSeconds;
  if (given === undefined && hop !== null && hop > longestHopSeconds) {
    throw fileFault('invalid', file.path, `its TR is ${hop} s, perhaps in milliseconds: give the TR`);
  }
  return hop;
}
