import type { SeriesColumnFacts } from '@/db/schema';
import type { SeriesWithFacts } from '../studyDetail';
import { aboutSeries, seriesWords } from './seriesWords';
import type { StudyProblem } from './studyProblem';

/** What is wrong with one series by itself: missing numbers, columns that never change, no sampling interval. */
export function seriesProblems(series: SeriesWithFacts): StudyProblem[] {
  return [...columnProblems(series), ...intervalProblem(series)];
}

function columnProblems(series: SeriesWithFacts): StudyProblem[] {
  const missing = series.columns.filter(({ notFinite }) => notFinite > 0);
  const constant = series.columns.filter(isConstant);
  return [
    ...missing.map((column) => notFiniteProblem(series, column)),
    ...(constant.length > 1 && constant.length === series.columns.length
      ? [allConstant(series)]
      : refusedConstants(series, constant).map((column) => constantProblem(series, column))),
  ];
}

function isConstant({ standardDeviation, notFinite }: SeriesColumnFacts): boolean {
  return notFinite === 0 && (standardDeviation ?? 0) === 0;
}

/** A region or a rating must move; of features and confounds some columns may stand still, not all. */
function refusedConstants({ kind, columns }: SeriesWithFacts, constant: SeriesColumnFacts[]) {
  if (kind === 'recording' || kind === 'rating') return constant;
  return kind === 'feature' && constant.length === columns.length ? constant.slice(0, 1) : [];
}

function notFiniteProblem(series: SeriesWithFacts, column: SeriesColumnFacts): StudyProblem {
  const { name, notFinite, firstNotFinite } = column;
  const where = `${columnWords(series, name)}: ${notFinite} of ${series.samples} samples are no numbers`;
  return {
    ...{ severity: 'refused', code: 'not-finite', ...aboutSeries(series, regionOf(series, name)) },
    message: `invalid ${seriesWords(series)}, ${where}, the first is sample ${(firstNotFinite ?? 0) + 1} (fill them in, or leave it out)`,
  };
}

function constantProblem(series: SeriesWithFacts, { name, mean }: SeriesColumnFacts): StudyProblem {
  return {
    ...{ severity: 'refused', code: 'constant', ...aboutSeries(series, regionOf(series, name)) },
    message: `invalid ${seriesWords(series)}, ${columnWords(series, name)}: every sample is ${mean} (leave it out, or bring it anew)`,
  };
}

function allConstant(series: SeriesWithFacts): StudyProblem {
  const values = [...new Set(series.columns.map(({ mean }) => mean))];
  const what = series.kind === 'recording' ? 'regions' : 'columns';
  const shown =
    values.length === 1 ? `every sample is ${values[0]}` : `none moves, the first is ${values[0]}`;
  return {
    ...{ severity: 'refused', code: 'constant', ...aboutSeries(series) },
    message: `invalid ${seriesWords(series)}, all ${series.columns.length} ${what}: ${shown} (leave it out, or bring it anew)`,
  };
}

/** Confounds have a row a volume, and so the interval of their recording. */
function intervalProblem(series: SeriesWithFacts): StudyProblem[] {
  if (series.hopSeconds !== null || series.kind === 'confounds') return [];
  const interval = series.kind === 'recording' ? 'TR' : 'seconds between samples';
  return [
    {
      ...{ severity: 'refused', code: 'no-tr', ...aboutSeries(series) },
      message: `invalid ${seriesWords(series)}: it has no ${interval} (say it in the mapping, as hop_seconds)`,
    },
  ];
}

function columnWords({ kind }: SeriesWithFacts, name: string): string {
  return `${kind === 'recording' ? 'region' : 'column'} ${name}`;
}

function regionOf({ kind }: SeriesWithFacts, name: string): string | null {
  return kind === 'recording' ? name : null;
}
