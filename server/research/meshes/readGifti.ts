import { AppError } from '../../base/errors';
import type { Surface } from './surfaceSet';
import { inflated, unpacked } from './unpack';

/** More vertices than any template has (fsaverage: 163,842). */
const mostVertices = 400_000;
/** No point of a head lies further from the origin, millimetres. */
const furthest = 1000;

interface DataArray {
  attributes: Record<string, string>;
  data: string;
}

/**
 * The mesh in a GIFTI file (.gii, .gii.gz; GIFTI surface format 1.0): its NIFTI_INTENT_POINTSET and
 * NIFTI_INTENT_TRIANGLE arrays. Throws AppError 'unreadable' naming the file and what is wrong.
 */
export function readGifti(bytes: Uint8Array, name: string): Surface {
  const text = Buffer.from(unpacked(bytes, name)).toString('latin1');
  if (!text.includes('<GIFTI')) throw refused(name, 'it is not GIFTI');
  const arrays = [...text.matchAll(/<DataArray\b([^>]*)>([\s\S]*?)<\/DataArray>/g)].map(
    ([, attributes, inside]): DataArray => ({
      attributes: Object.fromEntries(
        [...attributes.matchAll(/(\w+)\s*=\s*"([^"]*)"/g)].map(([, key, value]) => [key, value]),
      ),
      data: /<Data>([\s\S]*?)<\/Data>/.exec(inside)?.[1] ?? '',
    }),
  );
  const ofIntent = (intent: string) => {
    const found = arrays.find(({ attributes }) => attributes.Intent === intent);
    if (!found) throw refused(name, `it has no ${intent}: a surface has points and triangles`);
    return numbersOf(found, name);
  };
  return checkedSurface(
    { points: ofIntent('NIFTI_INTENT_POINTSET'), triangles: ofIntent('NIFTI_INTENT_TRIANGLE') },
    name,
  );
}

/** The numbers of an array of three columns. */
function numbersOf({ attributes, data }: DataArray, name: string): number[] {
  const { Dim0, Dim1, Dimensionality, ArrayIndexingOrder } = attributes;
  const rows = Number(Dim0);
  if (Dimensionality !== '2' || Dim1 !== '3' || !Number.isInteger(rows) || rows < 1)
    throw refused(name, `an array of ${Dim0} x ${Dim1} where rows of three are expected`);
  if (rows > 2 * mostVertices) throw refused(name, `${rows} rows, at most ${2 * mostVertices} are read`);
  if (ArrayIndexingOrder === 'ColumnMajorOrder') throw refused(name, 'columns before rows are not read');
  const values = attributes.Encoding === 'ASCII' ? fromText(data) : fromBytes(attributes, data, name);
  if (values.length !== 3 * rows)
    throw refused(name, `${values.length} numbers where ${rows} x 3 are announced`);
  return values;
}

const fromText = (data: string): number[] => data.trim().split(/\s+/).map(Number);

function fromBytes(attributes: Record<string, string>, data: string, name: string): number[] {
  const { Encoding, DataType, Endian } = attributes;
  if (Encoding !== 'Base64Binary' && Encoding !== 'GZipBase64Binary')
    throw refused(name, `encoding ${Encoding}: ASCII, Base64Binary and GZipBase64Binary are read`);
  const packed = Buffer.from(data, 'base64');
  const bytes = Encoding === 'Base64Binary' ? packed : inflated(packed, name);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = Endian !== 'BigEndian';
  const readers: Record<string, [size: number, read: (at: number) => number]> = {
    NIFTI_TYPE_FLOAT32: [4, (at) => view.getFloat32(at, little)],
    NIFTI_TYPE_FLOAT64: [8, (at) => view.getFloat64(at, little)],
    NIFTI_TYPE_INT32: [4, (at) => view.getInt32(at, little)],
    NIFTI_TYPE_UINT32: [4, (at) => view.getUint32(at, little)],
  };
  const reader = readers[DataType];
  if (!reader) throw refused(name, `numbers of type ${DataType}: float32, float64 and int32 are read`);
  const [size, read] = reader;
  return Array.from({ length: Math.floor(bytes.byteLength / size) }, (_, index) => read(size * index));
}

function checkedSurface(
  { points, triangles }: { points: number[]; triangles: number[] },
  name: string,
): Surface {
  const vertices = points.length / 3;
  if (vertices > mostVertices) throw refused(name, `${vertices} vertices, at most ${mostVertices} are read`);
  const stray = points.findIndex((value) => !(Math.abs(value) <= furthest));
  if (stray >= 0) throw refused(name, `vertex ${Math.floor(stray / 3)} has the coordinate ${points[stray]}`);
  const wrong = triangles.findIndex(
    (vertex) => !(Number.isInteger(vertex) && vertex >= 0 && vertex < vertices),
  );
  if (wrong >= 0)
    throw refused(name, `triangle ${Math.floor(wrong / 3)} names vertex ${triangles[wrong]} of ${vertices}`);
  return { points: Float32Array.from(points), triangles: Uint32Array.from(triangles) };
}

const refused = (name: string, reason: string): AppError =>
  new AppError('unreadable', `invalid file: ${name} (${reason})`);
