import { type DoubleMatrix, doubleZeros } from '../../linear/doubleMatrix';
import { delayed } from './delayed';
import { type DesignOptions, type SpaceSeries } from './spaceSeries';
import { standardised } from './standardise';

/** A space's delayed columns over all pieces: [rows, delays * columns]; rows of pieces that it lacks are 0. */
export function delayedColumns(series: SpaceSeries, options: DesignOptions): DoubleMatrix {
  const { layout, before, delays, standardise } = options;
  const columns = delays.length * series.columns;
  const result = doubleZeros(layout.rows, columns);
  series.pieces.forEach((piece, index) => {
    if (!piece) return;
    const part = delayed(piece, { delays, before: before[index], samples: layout.samples[index] });
    const { values } = standardise === 'columns' ? standardised(part) : part;
    result.values.set(values, layout.starts[index] * columns);
  });
  return result;
}
