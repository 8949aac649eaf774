import { deflateSync } from 'node:zlib';

/** A tetrahedron: the smallest closed mesh. */
export const tetrahedron = {
  points: [0, 0, 0, 10, 0, 0, 0, 10, 0, 0, 0, 10],
  triangles: [0, 1, 2, 0, 1, 3, 0, 2, 3, 1, 2, 3],
};

type Encoding = 'ASCII' | 'Base64Binary' | 'GZipBase64Binary';

/** A GIFTI file with these arrays of three columns. */
export function giftiFile(
  { points, triangles }: { points: number[]; triangles: number[] },
  encoding: Encoding = 'ASCII',
): Buffer {
  const arrays = [
    dataArray('NIFTI_INTENT_POINTSET', 'NIFTI_TYPE_FLOAT32', { values: points, encoding }),
    dataArray('NIFTI_INTENT_TRIANGLE', 'NIFTI_TYPE_INT32', { values: triangles, encoding }),
  ];
  return Buffer.from(`<?xml version="1.0"?><GIFTI Version="1.0">${arrays.join('')}</GIFTI>`);
}

function dataArray(
  intent: string,
  type: string,
  { values, encoding }: { values: number[]; encoding: Encoding },
): string {
  const bytes = type.endsWith('FLOAT32') ? Float32Array.from(values) : Int32Array.from(values);
  const packed = Buffer.from(bytes.buffer);
  const data = {
    ASCII: () => values.join(' '),
    Base64Binary: () => packed.toString('base64'),
    GZipBase64Binary: () => deflateSync(packed).toString('base64'),
  };
  return (
    `<DataArray Intent="${intent}" DataType="${type}" ArrayIndexingOrder="RowMajorOrder" Dimensionality="2" ` +
    `Dim0="${values.length / 3}" Dim1="3" Encoding="${encoding}" Endian="LittleEndian">` +
    `<Data>${data[encoding]()}</Data></DataArray>`
  );
}

/** A FreeSurfer annotation of version 2: colours of vertices, and the names of the colours. */
export function annotFile(codes: number[], regions: Record<string, number>): Buffer {
  const int = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32BE(value);
    return bytes;
  };
  const text = (value: string) => [int(value.length + 1), Buffer.from(`${value}\0`)];
  const entries = Object.entries(regions);
  return Buffer.concat([
    int(codes.length),
    ...codes.flatMap((code, vertex) => [int(vertex), int(code)]),
    int(1),
    int(-2),
    int(entries.length),
    ...text('table'),
    int(entries.length),
    ...entries.flatMap(([name, code], index) => [
      int(index),
      ...text(name),
      ...[code % 256, Math.floor(code / 256) % 256, Math.floor(code / 65_536), 0].map(int),
    ]),
  ]);
}
