import { fileFault } from '../files/fileFault';
import { readHead } from '../files/fileHead';
import { mostColumns } from '../files/limits';
import { readLabelNames } from './labelNames';
import { readNiftiHeader, type NiftiHeader } from './niftiHeader';
import { niftiExtent, niftiVolumes } from './niftiVolumes';

/** One region of a label image. */
export interface LabelledRegion {
  label: number;
  name: string;
  /** How many voxels carry the label. */
  voxels: number;
}

/** A volume whose numbers tell to which region each voxel belongs. */
export interface LabelImage {
  path: string;
  header: NiftiHeader;
  /** In the order of their labels, 0 (background) left out. */
  regions: LabelledRegion[];
  /** Place in `regions` of each voxel, x fastest; -1 for the background. */
  regionOf: Int32Array;
}

/**
 * Reads a label image: a NIfTI volume of whole numbers, 0 where no region is.
 *
 * @param namesPath a table of names, as readLabelNames; "label 7" where a name is missing
 * @throws AppError 'invalid' for several volumes, numbers that are no labels, more than 20,000 regions or none
 */
export async function readLabelImage(path: string, namesPath?: string): Promise<LabelImage> {
  const file = await readHead(path);
  const header = readNiftiHeader(file);
  const { voxels, volumes } = niftiExtent(file, header);
  if (volumes !== 1) throw fileFault('invalid', path, `it has ${volumes} volumes: a label image has one`);
  const names = namesPath === undefined ? new Map<number, string>() : await readLabelNames(namesPath);
  const labels = new Int32Array(voxels);
  for await (const numbers of niftiVolumes(file, header)) fillLabels(labels, { path, header, numbers });
  return { path, header, ...regionsOf(path, labels, names) };
}

function fillLabels(
  labels: Int32Array,
  { path, header, numbers }: { path: string; header: NiftiHeader; numbers: ArrayLike<number> },
): void {
  const { slope, intercept } = header;
  for (let voxel = 0; voxel < labels.length; voxel++) {
    const label = numbers[voxel] * slope + intercept;
    if (!(label >= 0 && label < 2 ** 31 && Math.abs(label - Math.round(label)) < 1e-4)) {
      throw fileFault('invalid', path, `voxel ${voxel} holds ${label}: labels are whole numbers from 0`);
    }
    labels[voxel] = Math.round(label);
  }
}

function regionsOf(path: string, labels: Int32Array, names: Map<number, string>) {
  const counts = new Map<number, number>();
  for (const label of labels) {
    if (label === 0) continue;
    counts.set(label, (counts.get(label) ?? 0) + 1);
    if (counts.size > mostColumns) {
      throw fileFault('invalid', path, `over ${mostColumns} labels: it is no label image`);
    }
  }
  if (counts.size === 0) throw fileFault('invalid', path, 'every voxel is 0: there is no region');
  const sorted = [...counts.keys()].sort((a, b) => a - b);
  const places = new Map(sorted.map((label, place) => [label, place]));
  return {
    regions: sorted.map((label) => ({
      label,
      name: names.get(label) ?? `label ${label}`,
      voxels: counts.get(label) ?? 0,
    })),
    regionOf: labels.map((label) => places.get(label) ?? -1),
  };
}
