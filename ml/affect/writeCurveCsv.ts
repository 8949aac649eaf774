import { csvRows } from '../csv/csvRows';
import { curveSampling } from './curveHop';
import { type EstimatedCurve } from './emotionCurve';
import { roundAffect } from './plainCurve';
import { secondsOf } from './sampling';

/** What curves are written in: seconds, then values and standard deviations in the units of the plane. */
export const curveColumns = ['time_s', 'valence', 'arousal', 'valence_sd', 'arousal_sd'];

/** A curve sample by sample, under `curveColumns`; each at the middle of its half second. */
export function curveRows({
  valence,
  arousal,
  valenceDeviation,
  arousalDeviation,
}: EstimatedCurve): number[][] {
  return Array.from(valence, (_, index) => [
    secondsOf(curveSampling, index),
    ...[valence[index], arousal[index], valenceDeviation[index], arousalDeviation[index]].map(roundAffect),
  ]);
}

/** A curve as CSV with a header, as readCurveCsv reads it. */
export function writeCurveCsv(curve: EstimatedCurve): string {
  return csvRows([curveColumns, ...curveRows(curve)]);
}
