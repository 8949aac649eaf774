import type { DoubleMatrix } from '@/ml/linear/doubleMatrix';

/** What one column of a series holds. */
export interface SeriesColumn {
  name: string;
  unit: string | null;
}

/** Rows of samples at one rate: ratings, regions of the brain, features, movements. */
export interface Series {
  /** Seconds between samples; null where the file does not say. */
  hopSeconds: number | null;
  /** Seconds from the start of the stimulus to the first sample; null where the file does not say. */
  startSeconds: number | null;
  columns: SeriesColumn[];
  /** [samples, columns] */
  values: DoubleMatrix;
}
