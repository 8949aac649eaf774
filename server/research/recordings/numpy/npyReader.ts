import { describeSeries } from '../describe/describeSeries';
import type { FileReader, ReadOptions } from '../fileReader';
import { ByteSource } from '../files/byteSource';
import type { FileHead } from '../files/fileHead';
import { requireFinite } from '../finiteSeries';
import { isNpy } from './npyHeader';
import { npyDetails, readNpySeries, type NpySeries } from './npySeries';

/** NPY, numpy's own format: numbers without names, units or rate. */
export const npyReader: FileReader = {
  format: 'NPY',
  recognises: ({ bytes, name }) => isNpy(bytes) || /\.npy$/i.test(name),
  async describe(file, options) {
    const { series, header } = await read(file, options);
    return describeSeries(file, series, { format: 'NPY', details: npyDetails(header) });
  },
  async readSeries(file, options) {
    const { series } = await read(file, options);
    if (options.missing !== 'keep') requireFinite(file.path, series);
    return series;
  },
};

function read(file: FileHead, { signal }: ReadOptions): Promise<NpySeries> {
  const { path, bytes, packed, sizeBytes } = file;
  const open = () => ByteSource.of(file, signal);
  return readNpySeries({ path, start: bytes, sizeBytes: packed ? null : sizeBytes, open });
}
