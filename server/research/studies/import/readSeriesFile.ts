import type { SeriesColumnFacts } from '@/db/schema';
import { analysisKind } from '../../../analysis/analysisKind';
import type { MappingRow } from '../mapping/mappingRow';

/** A series that was read, its numbers in a file of the study's. */
export interface ReadSeries {
  /** The scale of a rating or the feature; 'recording' or 'confounds' else. */
  name: string;
  hopSeconds: number | null;
  startSeconds: number | null;
  samples: number;
  columns: SeriesColumnFacts[];
  /** The name of its NPY file in the folder it was written to, and that file's SHA-256. */
  file: string;
  sha256: string;
}

/** A brought file, what is meant of it, and where its series go. */
export interface SeriesFile {
  path: string;
  row: MappingRow;
  /** Of volumes: where the label image lies, and the table that names its labels. */
  labelPath: string | null;
  labelNames: string | null;
  folder: string;
}

/** A brought file read as its mapping says: one series, or, of a rating whose scales are its columns, one a column. */
export const readSeriesFile = analysisKind<SeriesFile, ReadSeries[]>('read-study-series');

/** A table of words, in a row's order of its header: participants, pieces, regions. */
export const readTableFile = analysisKind<{ path: string }, Record<string, string | null>[]>(
  'read-study-table',
);
