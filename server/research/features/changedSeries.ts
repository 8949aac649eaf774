import { changes, type Change } from '@/ml/signal/changes';
import type { Series } from '../recordings/series';

/** The names of the ways to tell a change, as the command line and the pages have them. */
export const changeNames = Object.keys(changes) as Change[];

/** How a change is told where nobody says: with its sign for one number a sample, by its length for several. */
export function usualChange({ columns }: Series): Change {
  return columns.length === 1 ? 'signed' : 'euclidean';
}

/**
 * How a feature or a rating changes from sample to sample (ml/signal/changes), at the same times. What is told by one
 * number of all columns is called as the feature, followed by "change".
 */
export function changedSeries(series: Series, change: Change, name: string): Series {
  const values = changes[change](series.values);
  const columns = values.columns === series.columns.length ? series.columns : [{ name, unit: null }];
  return {
    ...series,
    values,
    columns: columns.map((column) => ({ ...column, name: `${column.name} change` })),
  };
}
