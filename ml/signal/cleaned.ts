import { doubleColumnOf, type DoubleMatrix } from '../linear/doubleMatrix';
import { cosineRegressors, polynomialRegressors } from './regressors';
import { withoutRegressors } from './withoutRegressors';

/** What is taken out of a run. */
export interface Cleaning {
  /** Seconds between samples. */
  hopSeconds: number;
  /** What is slower than this goes, as cosines; null keeps it. */
  highPassHz: number | null;
  /** The degree of the polynomial taken out: 1 for a straight line, 0 for none. */
  detrendDegree: number;
  /** [samples, confounds], such as movement; null for none. */
  confounds: DoubleMatrix | null;
}

/**
 * A run without drift and confounds, all taken out at once; means are kept.
 *
 * @param series [samples, columns]
 * @throws RangeError where confounds are of another length or not finite, or where nothing would be left
 */
export function cleaned(series: DoubleMatrix, cleaning: Cleaning): DoubleMatrix {
  const { hopSeconds, highPassHz, detrendDegree, confounds } = cleaning;
  return withoutRegressors(series, [
    ...polynomialRegressors(series.rows, detrendDegree),
    ...(highPassHz === null ? [] : cosineRegressors(series.rows, { hopSeconds, cutoffHz: highPassHz })),
    ...Array.from({ length: confounds?.columns ?? 0 }, (_, column) => doubleColumnOf(confounds!, column)),
  ]);
}
