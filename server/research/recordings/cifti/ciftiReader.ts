import { doubleZeros } from '@/ml/linear/doubleMatrix';
import { describeSeries } from '../describe/describeSeries';
import type { FileReader, ReadOptions } from '../fileReader';
import { ByteSource } from '../files/byteSource';
import { fileFault } from '../files/fileFault';
import type { FileHead } from '../files/fileHead';
import { bestPacking, mostValues } from '../files/limits';
import { requireFinite } from '../finiteSeries';
import { readNiftiHeader, niftiVersion, type NiftiHeader } from '../nifti/niftiHeader';
import { bytesOf } from '../numbers/numberBuffer';
import { eachNumber } from '../numbers/eachNumber';
import type { Series } from '../series';
import { namedColumns } from '../text/tableSeries';
import { ciftiXml } from './ciftiHeader';
import { ciftiMaps, type CiftiMap } from './ciftiMaps';

const ciftiName = /\.[dp](tseries|scalar|label|conn)\.nii(\.gz)?$/i;

/** CIFTI-2's parcellated series, ptseries.nii: a mean per parcel and volume, with names and TR in its XML. */
export const ciftiReader: FileReader = {
  format: 'CIFTI-2 ptseries',
  recognises: (file) => ciftiName.test(file.name) || hasCiftiIntent(file.bytes),
  async describe(file, options) {
    const { series, header } = await read(file, options);
    const details = { type: header.type, byteOrder: header.littleEndian ? 'little' : 'big' };
    return describeSeries(file, series, { format: 'CIFTI-2 ptseries', details });
  },
  async readSeries(file, options) {
    const { series } = await read(file, options);
    if (options.missing !== 'keep') requireFinite(file.path, series);
    return series;
  },
};

/** True for NIfTI-2 files whose intent is one of CIFTI's, 3000 to 3099. */
function hasCiftiIntent(bytes: Buffer): boolean {
  if (niftiVersion(bytes) !== 2 || bytes.length < 508) return false;
  const intents = [bytes.readInt32LE(504), bytes.readInt32BE(504)];
  return intents.some((intent) => intent >= 3000 && intent < 3100);
}

async function read(
  file: FileHead,
  { signal }: ReadOptions,
): Promise<{ series: Series; header: NiftiHeader }> {
  const header = readNiftiHeader(file);
  const layout = layoutOf(file, header, ciftiMaps(file.path, await ciftiXml(file, header)));
  const { series, parcels, seriesIsFirst } = layout;
  const [samples, columns] = [series.points, parcels.length];
  checkLength(file, header, samples * columns);
  const values = doubleZeros(samples, columns);
  const source = ByteSource.of(file, signal);
  try {
    await source.skip(header.offsetBytes);
    await eachNumber(source, { ...header, count: samples * columns }, (value, at) => {
      const [first, second] = seriesIsFirst
        ? [at % samples, Math.floor(at / samples)]
        : [Math.floor(at / columns), at % columns];
      values.values[first * columns + second] = value * header.slope + header.intercept;
    });
  } finally {
    await source.close();
  }
  const { hopSeconds, startSeconds } = series;
  return { series: { hopSeconds, startSeconds, columns: namedColumns(parcels), values }, header };
}

interface CiftiLayout {
  series: CiftiMap;
  parcels: string[];
  /** True where samples of one parcel lie beside each other: the first dimension is that of the series. */
  seriesIsFirst: boolean;
}

function layoutOf(file: FileHead, { shape }: NiftiHeader, maps: Map<number, CiftiMap>): CiftiLayout {
  const [first, second] = [maps.get(0), maps.get(1)];
  const series = [first, second].find((map) => map?.type === 'SERIES');
  const parcels = [first, second].find((map) => map?.type === 'PARCELS');
  if (!series || !parcels) throw notParcellated(file, [first, second]);
  const claimed =
    first === series ? [series.points, parcels.parcels.length] : [parcels.parcels.length, series.points];
  const lengths = [shape[4] ?? 1, shape[5] ?? 1];
  if (
    claimed[0] !== lengths[0] ||
    claimed[1] !== lengths[1] ||
    shape.slice(0, 4).some((length) => length !== 1)
  ) {
    const reason = `its XML tells of ${claimed.join(' x ')} numbers, its header of ${shape.join(' x ')}`;
    throw fileFault('unreadable', file.path, reason);
  }
  return { series, parcels: parcels.parcels, seriesIsFirst: first === series };
}

function notParcellated({ path }: FileHead, maps: (CiftiMap | undefined)[]) {
  const types = maps.map((map) => map?.type ?? 'nothing').join(' by ');
  const advice =
    'average it over parcels, by wb_command -cifti-parcellate IN LABELS.dlabel.nii COLUMN OUT.ptseries.nii';
  return fileFault('unsupported', path, `its numbers are ${types}, not SERIES by PARCELS: ${advice}`);
}

function checkLength(file: FileHead, { offsetBytes, type }: NiftiHeader, count: number): void {
  if (count > mostValues) throw fileFault('too-large', file.path, `${count} numbers: at most ${mostValues}`);
  const claimed = offsetBytes + count * bytesOf(type);
  const most = file.packed ? file.sizeBytes * bestPacking : file.sizeBytes;
  if (claimed <= most) return;
  const reason = `its header claims ${claimed} bytes, it can hold ${most}: it is cut off or damaged`;
  throw fileFault('unreadable', file.path, reason);
}
