import { readHeader, type NIFTI1, type NIFTI2 } from 'nifti-reader-js';
import { fileFault } from '../files/fileFault';
import type { FileHead } from '../files/fileHead';
import type { NumberTypeName } from '../numbers/numberBuffer';
import { affineOf, type Affine } from './niftiAffine';

/** What a NIfTI header says, checked as far as a header can be. */
export interface NiftiHeader {
  version: 1 | 2;
  littleEndian: boolean;
  /** Length of each dimension, at least three; space, then time. */
  shape: number[];
  type: NumberTypeName;
  /** What stored numbers are multiplied by, and what is added then. */
  slope: number;
  intercept: number;
  /** Millimetres of the world of voxel indices. */
  affine: Affine;
  /** Where the numbers begin. */
  offsetBytes: number;
  /** Seconds between volumes; null where the header does not say. */
  hopSeconds: number | null;
  /** What kind of numbers they are meant to be (NIfTI's intent): 1002 is a label, 3000..3099 are CIFTI. */
  intentCode: number;
  /** Size of a voxel in millimetres. */
  voxelSize: [number, number, number];
}

/** Numbers by their code in NIfTI; the others (complex, colours, 128 bits) stand for no signal. */
const types: Partial<Record<number, NumberTypeName>> = {
  2: 'u1',
  4: 'i2',
  8: 'i4',
  16: 'f4',
  64: 'f8',
  256: 'i1',
  512: 'u2',
  768: 'u4',
  1024: 'i8',
  1280: 'u8',
};

const secondsPerUnit: Partial<Record<number, number>> = { 0: 1, 8: 1, 16: 1e-3, 24: 1e-6 };
const millimetresPerUnit: Partial<Record<number, number>> = { 1: 1000, 3: 1e-3 };

/** Bytes of the header of each version. */
const headerBytes = { 1: 348, 2: 540 } as const;

/** The version of a NIfTI file by its first bytes; null for any other file. */
export function niftiVersion(bytes: Buffer): 1 | 2 | null {
  if (bytes.length < 8) return null;
  const size = new Set([bytes.readInt32LE(0), bytes.readInt32BE(0)]);
  return size.has(headerBytes[1]) ? 1 : size.has(headerBytes[2]) ? 2 : null;
}

/**
 * The header of a NIfTI-1 or NIfTI-2 file in one piece (.nii, .nii.gz).
 *
 * @throws AppError 'unreadable' for a damaged or impossible header, 'unsupported' for pairs of .hdr and .img, complex
 *   numbers and colours
 */
export function readNiftiHeader(file: FileHead): NiftiHeader {
  const { path, bytes } = file;
  const version = niftiVersion(bytes);
  if (!version) throw fileFault('unreadable', path, 'it does not begin as a NIfTI file');
  if (bytes.length < headerBytes[version]) {
    throw fileFault(
      'unreadable',
      path,
      `it ends within its header: ${bytes.length} of ${headerBytes[version]} bytes`,
    );
  }
  checkMagic(path, bytes, version);
  const header = fieldsOf(bytes, version);
  const type = typeOf(path, header);
  const shape = shapeOf(path, header);
  return {
    version,
    littleEndian: header.littleEndian,
    shape,
    type,
    ...scaling(path, header),
    affine: affineOf(path, bytes, header),
    offsetBytes: offsetOf(path, header, headerBytes[version]),
    hopSeconds: hopOf(header),
    intentCode: header.intent_code,
    voxelSize: voxelSize(header),
  };
}

/** Only the header itself is handed over: extensions behind it, whose lengths can lie, are not looked at. */
function fieldsOf(bytes: Buffer, version: 1 | 2): NIFTI1 | NIFTI2 {
  return readHeader(Uint8Array.from(bytes.subarray(0, headerBytes[version])).buffer);
}

function checkMagic(path: string, bytes: Buffer, version: 1 | 2): void {
  const magic = version === 1 ? bytes.toString('latin1', 344, 347) : bytes.toString('latin1', 4, 7);
  if (magic === `n+${version}`) return;
  if (magic === `ni${version}` || magic === '\0\0\0') {
    const what = magic === '\0\0\0' ? 'an Analyze header' : 'the header of a pair';
    const reason = `it is ${what} (.hdr, .img): make one .nii of both, such as by fslchfiletype NIFTI_GZ`;
    throw fileFault('unsupported', path, reason);
  }
  throw fileFault('unreadable', path, 'its NIfTI header is damaged: the magic word is missing');
}

function typeOf(path: string, { datatypeCode, numBitsPerVoxel }: NIFTI1 | NIFTI2): NumberTypeName {
  const type = types[datatypeCode];
  if (!type) {
    const reason = `its numbers are of NIfTI type ${datatypeCode}: whole and floating numbers up to 64 bits are read`;
    throw fileFault('unsupported', path, reason);
  }
  const bits = Number(type[1]) * 8;
  if (numBitsPerVoxel === bits) return type;
  throw fileFault(
    'unreadable',
    path,
    `its header claims ${numBitsPerVoxel} bits a voxel, its type has ${bits}`,
  );
}

function shapeOf(path: string, { dims }: NIFTI1 | NIFTI2): number[] {
  const [count] = dims;
  if (!(Number.isInteger(count) && count >= 1 && count <= 7)) {
    throw fileFault('unreadable', path, `its header claims ${count} dimensions: 1 to 7 are possible`);
  }
  const shape = dims.slice(1, count + 1);
  const wrong = shape.findIndex((length) => !(Number.isSafeInteger(length) && length >= 1));
  if (wrong >= 0) {
    throw fileFault(
      'unreadable',
      path,
      `its header claims a length of ${shape[wrong]} for dimension ${wrong + 1}`,
    );
  }
  while (shape.length > 3 && shape[shape.length - 1] === 1) shape.pop();
  while (shape.length < 3) shape.push(1);
  return shape;
}

/** A slope of 0 means that numbers are stored as they are; some writers say so with NaN. */
function scaling(path: string, { scl_slope: slope, scl_inter: intercept }: NIFTI1 | NIFTI2) {
  if (slope === 0 || !Number.isFinite(slope)) return { slope: 1, intercept: 0 };
  if (Number.isFinite(intercept)) return { slope, intercept };
  throw fileFault(
    'unreadable',
    path,
    `its header claims a slope of ${slope} with an intercept of ${intercept}`,
  );
}

function offsetOf(path: string, { vox_offset: offset }: NIFTI1 | NIFTI2, header: number): number {
  // An offset of 0 in a single file is a known slip of some writers for the least there can be.
  const start = offset === 0 ? header + 4 : offset;
  if (Number.isSafeInteger(start) && start >= header) return start;
  throw fileFault('unreadable', path, `its header claims that numbers begin at byte ${offset}`);
}

function hopOf({ dims, pixDims, xyzt_units: units }: NIFTI1 | NIFTI2): number | null {
  const unit = secondsPerUnit[units & 0x38];
  const hop = Math.abs(pixDims[4]) * (unit ?? NaN);
  // Headers keep it in single precision: 0.8 comes as 0.800000011920929.
  return dims[0] >= 4 && Number.isFinite(hop) && hop > 0 ? Number(hop.toPrecision(7)) : null;
}

function voxelSize({ pixDims, xyzt_units: units }: NIFTI1 | NIFTI2): [number, number, number] {
  const unit = millimetresPerUnit[units & 7] ?? 1;
  return [1, 2, 3].map((axis) => Number((Math.abs(pixDims[axis]) * unit).toPrecision(7))) as [
    number,
    number,
    number,
  ];
}
