import { fileFault } from '../files/fileFault';
import type { Affine } from './niftiAffine';
import type { NiftiHeader } from './niftiHeader';

/** How far a voxel may lie from its twin, in voxels: headers keep positions in single precision. */
const largestShift = 0.05;

/**
 * Refuses volumes and a label image that do not share one grid: as many voxels each way, each at the same place.
 *
 * @throws AppError 'invalid' with both shapes and both affines
 */
export function requireSameSpace(path: string, volumes: NiftiHeader, labels: NiftiHeader): void {
  const grids = [volumes.shape.slice(0, 3), labels.shape.slice(0, 3)].map((shape) => shape.join(' x '));
  const sameGrid = grids[0] === grids[1];
  if (sameGrid && largestDistance(volumes, labels) <= largestShift * Math.min(...volumes.voxelSize)) return;
  const differ =
    `wrong space: its grid is ${grids[0]} with affine ${shown(volumes.affine)}, ` +
    `the label image's ${grids[1]} with affine ${shown(labels.affine)}`;
  throw fileFault('invalid', path, `${differ}: bring the labels to the volumes' grid, nearest neighbour`);
}

/** Of the corners of both grids, in millimetres: an affine difference is largest at one of them. */
function largestDistance(one: NiftiHeader, other: NiftiHeader): number {
  const [x, y, z] = one.shape.map((length) => length - 1);
  const corners = [0, x].flatMap((i) => [0, y].flatMap((j) => [0, z].map((k) => [i, j, k, 1])));
  const distances = corners.map((corner) => {
    const [from, to] = [place(one.affine, corner), place(other.affine, corner)];
    return Math.hypot(...from.map((value, axis) => value - to[axis]));
  });
  return Math.max(...distances);
}

function place(affine: Affine, index: number[]): number[] {
  return affine.slice(0, 3).map((row) => row.reduce((sum, value, axis) => sum + value * index[axis], 0));
}

function shown(affine: Affine): string {
  const rows = affine.slice(0, 3).map((row) => row.map((value) => Number(value.toFixed(3))).join(' '));
  return `[${rows.join('; ')}]`;
}
