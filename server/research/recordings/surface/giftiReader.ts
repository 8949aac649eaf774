import { xmlTags } from '../files/xmlTags';
import type { FileDescription } from '../describe/fileDescription';
import type { FileReader } from '../fileReader';
import { fileFault } from '../files/fileFault';
import type { FileHead } from '../files/fileHead';
import { readDocument } from '../files/readDocument';

/** GIFTI: meshes, and values on them, told by the headers of their arrays. They are drawn, not analysed. */
export const giftiReader: FileReader = {
  format: 'GIFTI',
  recognises: ({ name, bytes }) => /\.gii(\.gz)?$/i.test(name) || bytes.includes('<GIFTI'),
  describe: describeGifti,
};

async function describeGifti(file: FileHead): Promise<FileDescription> {
  const arrays = [...xmlTags(await readDocument(file))].filter(({ name }) => name === 'DataArray');
  if (arrays.length === 0) throw fileFault('unreadable', file.path, 'it holds no GIFTI array');
  const [first] = arrays;
  const shape = [first.attributes.Dim0, first.attributes.Dim1].flatMap((length) =>
    length ? [Number(length)] : [],
  );
  return {
    name: file.name,
    sizeBytes: file.sizeBytes,
    kind: 'surface',
    format: 'GIFTI',
    shape,
    hopSeconds: null,
    rateHz: null,
    startSeconds: null,
    durationSeconds: null,
    columns: [],
    events: null,
    details: { arrays: arrays.map(({ attributes }) => intentOf(attributes)) },
    warnings: [],
  };
}

/** Such as "POINTSET 10242 x 3". */
function intentOf({ Intent, Dim0, Dim1 }: Partial<Record<string, string>>): string {
  const lengths = [Dim0, Dim1].filter((length) => length !== undefined).join(' x ');
  return `${(Intent ?? 'unknown').replace('NIFTI_INTENT_', '')} ${lengths}`;
}
