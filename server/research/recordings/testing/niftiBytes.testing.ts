/** What to write into a NIfTI file; everything else is what a writer would choose. */
export interface NiftiToWrite {
  /** Dimensions as the header claims them. */
  shape: number[];
  /** Numbers in double precision; as many as there are, whatever the header claims. */
  values?: ArrayLike<number>;
  version?: 1 | 2;
  hopSeconds?: number;
  /** First three rows of the sform. */
  affine?: number[][];
  intentCode?: number;
  /** What the header says instead of 352 or 544. */
  offsetBytes?: number;
}

const plain = [
  [2, 0, 0, -10],
  [0, 2, 0, -20],
  [0, 0, 2, -30],
];

/** A little-endian NIfTI file in double precision. */
export function niftiBytes(file: NiftiToWrite): Buffer {
  const { version = 1, values = [] } = file;
  const header = version === 1 ? firstHeader(file) : secondHeader(file);
  return Buffer.concat([header, Buffer.from(Float64Array.from(values).buffer)]);
}

function firstHeader({
  shape,
  hopSeconds = 2,
  affine = plain,
  intentCode = 0,
  offsetBytes = 352,
}: NiftiToWrite) {
  const bytes = Buffer.alloc(352);
  bytes.writeInt32LE(348, 0);
  [shape.length, ...shape].forEach((length, index) => bytes.writeInt16LE(length, 40 + index * 2));
  bytes.writeInt16LE(intentCode, 68);
  bytes.writeInt16LE(64, 70);
  bytes.writeInt16LE(64, 72);
  [1, 2, 2, 2, hopSeconds].forEach((size, index) => bytes.writeFloatLE(size, 76 + index * 4));
  bytes.writeFloatLE(offsetBytes, 108);
  bytes.writeFloatLE(1, 112);
  bytes[123] = 10;
  bytes.writeInt16LE(1, 254);
  affine.flat().forEach((value, index) => bytes.writeFloatLE(value, 280 + index * 4));
  bytes.write('n+1\0', 344, 'latin1');
  return bytes;
}

function secondHeader({
  shape,
  hopSeconds = 2,
  affine = plain,
  intentCode = 0,
  offsetBytes = 544,
}: NiftiToWrite) {
  const bytes = Buffer.alloc(544);
  bytes.writeInt32LE(540, 0);
  bytes.write('n+2\0\r\n\x1a\n', 4, 'latin1');
  bytes.writeInt16LE(64, 12);
  bytes.writeInt16LE(64, 14);
  [shape.length, ...shape].forEach((length, index) => bytes.writeBigInt64LE(BigInt(length), 16 + index * 8));
  [1, 2, 2, 2, hopSeconds].forEach((size, index) => bytes.writeDoubleLE(size, 104 + index * 8));
  bytes.writeBigInt64LE(BigInt(offsetBytes), 168);
  bytes.writeDoubleLE(1, 176);
  bytes.writeInt32LE(1, 348);
  affine.flat().forEach((value, index) => bytes.writeDoubleLE(value, 400 + index * 8));
  bytes.writeInt32LE(10, 500);
  bytes.writeInt32LE(intentCode, 504);
  return bytes;
}
