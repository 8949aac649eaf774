import type { NIFTI1, NIFTI2 } from 'nifti-reader-js';
import { fileFault } from '../files/fileFault';

/** Four rows of four: what turns indices of a voxel into millimetres of the world. */
export type Affine = number[][];

/**
 * The affine of a NIfTI header as nibabel and the standard choose it: the sform where its code is above 0, else the
 * qform where its code is, else the size of voxels alone (nifti1.h, method 1).
 * (nifti-reader-js lets a qform of the higher code win, and ignores the qform of NIfTI-2.)
 *
 * @throws AppError 'unreadable' where the chosen one is not finite
 */
export function affineOf(path: string, bytes: Buffer, header: NIFTI1 | NIFTI2): Affine {
  const affine = chosen(bytes, header);
  if (affine.flat().every(Number.isFinite)) return affine;
  throw fileFault(
    'unreadable',
    path,
    'its header places voxels at no finite position: the affine is damaged',
  );
}

function chosen(bytes: Buffer, header: NIFTI1 | NIFTI2): Affine {
  if (header.sform_code > 0) return sform(bytes, header.littleEndian);
  if (header.qform_code > 0) return qform(header);
  return plainGrid(header);
}

function sform(bytes: Buffer, littleEndian: boolean): Affine {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const isFirst = view.getInt32(0, littleEndian) === 348;
  const rows = [0, 1, 2].map((row) =>
    [0, 1, 2, 3].map((column) => {
      const index = row * 4 + column;
      return isFirst
        ? view.getFloat32(280 + index * 4, littleEndian)
        : view.getFloat64(400 + index * 8, littleEndian);
    }),
  );
  return [...rows, [0, 0, 0, 1]];
}

/** The rotation of a quaternion, times the size of voxels (nifti1.h, method 2). */
function qform({ quatern_b: b, quatern_c: c, quatern_d: d, pixDims, ...offsets }: NIFTI1 | NIFTI2): Affine {
  const squares = b * b + c * c + d * d;
  // Rounding can leave the squares just above 1, where no fourth part is left.
  const a = squares > 1 && squares < 1 + 1e-5 ? 0 : Math.sqrt(1 - squares);
  const facing = pixDims[0] < 0 ? -1 : 1;
  const rotation = [
    [a * a + b * b - c * c - d * d, 2 * (b * c - a * d), 2 * (b * d + a * c)],
    [2 * (b * c + a * d), a * a + c * c - b * b - d * d, 2 * (c * d - a * b)],
    [2 * (b * d - a * c), 2 * (c * d + a * b), a * a + d * d - b * b - c * c],
  ];
  const shift = [offsets.qoffset_x, offsets.qoffset_y, offsets.qoffset_z];
  const sizes = [pixDims[1], pixDims[2], pixDims[3] * facing];
  const rows = rotation.map((row, i) => [...row.map((value, axis) => value * sizes[axis]), shift[i]]);
  return [...rows, [0, 0, 0, 1]];
}

function plainGrid({ pixDims }: NIFTI1 | NIFTI2): Affine {
  return [0, 1, 2, 3].map((row) =>
    [0, 1, 2, 3].map((column) => (row !== column ? 0 : row === 3 ? 1 : pixDims[row + 1])),
  );
}
