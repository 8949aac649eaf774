import type { Series } from '../series';
import { namedColumns } from '../text/tableSeries';
import type { NpyHeader } from './npyHeader';
import { readNpyMatrix, type NpyBytes } from './npyMatrix';

/** An array as a series, with what its header says. */
export interface NpySeries {
  series: Series;
  header: NpyHeader;
}

/** Reads an array as a series: its columns are numbered, and no rate is known. Throws as readNpyMatrix. */
export async function readNpySeries(bytes: NpyBytes): Promise<NpySeries> {
  const { header, values } = await readNpyMatrix(bytes);
  const names = Array.from({ length: values.columns }, (_, index) => `column ${index + 1}`);
  return { header, series: { hopSeconds: null, startSeconds: null, columns: namedColumns(names), values } };
}

/** What a description tells of an array's header. */
export function npyDetails({ type, littleEndian, fortranOrder }: NpyHeader) {
  return { type, byteOrder: littleEndian ? 'little' : 'big', fortranOrder };
}
