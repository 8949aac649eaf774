import { doubleMatrixOf } from '@/ml/linear/doubleMatrix';
import { describeSeries } from '../describe/describeSeries';
import type { FileReader, ReadOptions } from '../fileReader';
import { fileFault } from '../files/fileFault';
import type { FileHead } from '../files/fileHead';
import { mostValues } from '../files/limits';
import { requireFinite } from '../finiteSeries';
import type { Series } from '../series';
import { evenTiming } from '../evenTiming';
import { namedColumns } from '../text/tableSeries';
import { jamsAnnotations, type JamsAnnotation } from './jamsAnnotations';

/** What the values of a namespace are, where the namespace says so. */
const namesOf: Partial<Record<string, string[]>> = { mood_thayer: ['valence', 'arousal'] };

/**
 * JAMS (Humphrey et al., ISMIR 2014): continuous ratings as annotations whose observations hold numbers, such as
 * mood_thayer, which is valence and arousal, or vector. Annotations that share their times become the columns of one
 * series, named after who gave them; where times differ, one must be chosen.
 */
export const jamsReader: FileReader = {
  format: 'JAMS',
  recognises: ({ bytes, name }) => /\.jams(\.gz)?$/i.test(name) || isJams(bytes.toString('utf8')),
  async describe(file, options) {
    const { series, annotations } = await read(file, options);
    const namespaces = annotations.map(({ namespace }) => namespace);
    return describeSeries(file, series, { kind: 'ratings', format: 'JAMS', details: { namespaces } });
  },
  async readSeries(file, options) {
    const { series } = await read(file, options);
    if (options.missing !== 'keep') requireFinite(file.path, series);
    return series;
  },
};

function isJams(start: string): boolean {
  return start.trimStart().startsWith('{') && /"(annotations|file_metadata)"\s*:/.test(start);
}

async function read(file: FileHead, { annotation }: ReadOptions) {
  const all = await jamsAnnotations(file);
  const annotations = annotation === undefined ? all : all.slice(annotation, annotation + 1);
  if (annotations.length === 0) {
    throw fileFault('invalid', file.path, `it has no annotation ${annotation}: ${all.length} are continuous`);
  }
  const [{ times }] = annotations;
  const shared = annotations.every(
    (other) =>
      other.times.length === times.length && other.times.every((time, index) => time === times[index]),
  );
  if (!shared) {
    const reason = `its ${all.length} continuous annotations have different times: choose one, counted from 0`;
    throw fileFault('invalid', file.path, reason);
  }
  return { annotations, series: together(file, annotations) };
}

/** Annotations of the same times as columns beside each other. */
function together(file: FileHead, annotations: JamsAnnotation[]): Series {
  const [{ times }] = annotations;
  const width = annotations.reduce((sum, { values }) => sum + values[0].length, 0);
  if (width * times.length > mostValues)
    throw fileFault('too-large', file.path, `over ${mostValues} numbers`);
  const rows = times.map((_, row) => annotations.flatMap(({ values }) => values[row]));
  return {
    ...evenTiming(file.path, times, (row) => `observation ${row + 1}`),
    columns: namedColumns(
      annotations.flatMap((annotation) => columnNames(annotation, annotations.length > 1)),
    ),
    values: doubleMatrixOf(Float64Array.from(rows.flat()), width),
  };
}

function columnNames({ namespace, annotator, values }: JamsAnnotation, isOneOfSeveral: boolean): string[] {
  const width = values[0].length;
  const known = namesOf[namespace];
  const names =
    known?.length === width
      ? known
      : Array.from({ length: width }, (_, index) => (width === 1 ? namespace : `${namespace} ${index + 1}`));
  return isOneOfSeveral && annotator ? names.map((name) => `${name} (${annotator})`) : names;
}
