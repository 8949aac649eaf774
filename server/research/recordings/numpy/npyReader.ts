import { describeSeries } from '../describe/describeSeries';
import type { FileReader, ReadOptions } from '../fileReader';
import type { FileHead } from '../files/fileHead';
import { requireFinite } from '../finiteSeries';
import type { Series } from '../series';
import { namedColumns } from '../text/tableSeries';
import { isNpy } from './npyHeader';
import { readNpyMatrix, type NpyMatrix } from './npyMatrix';

/** NPY, numpy's own format: numbers without names, units or rate. */
export const npyReader: FileReader = {
  format: 'NPY',
  recognises: ({ bytes, name }) => isNpy(bytes) || /\.npy$/i.test(name),
  async describe(file, options) {
    const { series, header } = await read(file, options);
    const order = header.littleEndian ? 'little' : 'big';
    const details = { type: header.type, byteOrder: order, fortranOrder: header.fortranOrder };
    return describeSeries(file, series, { format: 'NPY', details });
  },
  async readSeries(file, options) {
    const { series } = await read(file, options);
    if (options.missing !== 'keep') requireFinite(file.path, series);
    return series;
  },
};

async function read(file: FileHead, { signal }: ReadOptions): Promise<{ series: Series } & NpyMatrix> {
  const matrix = await readNpyMatrix(file, signal);
  const names = Array.from({ length: matrix.values.columns }, (_, index) => `column ${index + 1}`);
  const series = {
    hopSeconds: null,
    startSeconds: null,
    columns: namedColumns(names),
    values: matrix.values,
  };
  return { ...matrix, series };
}
