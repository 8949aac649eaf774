import type { Series } from '../../recordings/series';

/** Seconds. */
const tolerance = 1e-6;

/** How far the frames of a series reach, half a hop beyond the last. */
export function endOfSeries({ hopSeconds, startSeconds, values }: Series): number {
  return (startSeconds ?? 0) + (values.rows - 0.5) * (hopSeconds ?? 0);
}

/**
 * The mean embedding of a stretch of a track: of the frames whose middles lie within it, or of the nearest where frames
 * are further apart than the stretch is long. Null where the stretch reaches beyond the track.
 */
export function stretchEmbedding(
  series: Series,
  { fromSeconds, toSeconds }: { fromSeconds: number; toSeconds: number },
): Float32Array | null {
  const hop = series.hopSeconds ?? 0;
  if (fromSeconds < -tolerance || toSeconds > endOfSeries(series) + hop / 2 + tolerance) return null;
  const start = series.startSeconds ?? 0;
  const { rows, columns, values } = series.values;
  let first = Math.ceil((fromSeconds - start) / hop - tolerance);
  let end = Math.ceil((toSeconds - start) / hop - tolerance);
  if (end <= first) {
    first = Math.round((0.5 * (fromSeconds + toSeconds) - start) / hop);
    end = first + 1;
  }
  [first, end] = [Math.min(rows - 1, Math.max(0, first)), Math.min(rows, Math.max(1, end))];
  const mean = new Float64Array(columns);
  for (let row = first; row < end; row++)
    for (let column = 0; column < columns; column++) mean[column] += values[row * columns + column];
  return Float32Array.from(mean, (sum) => sum / (end - first));
}
