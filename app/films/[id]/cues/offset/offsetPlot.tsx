import { useMemo } from 'react';
import { line } from 'd3';
import styles from './offsetPlot.module.css';

const width = 200;
const height = 40;

interface OffsetPlotProps {
  /** What the cue costs at each start, one every half second of the track. */
  distances: readonly number[];
  /** The start that is tried and the best one, as shares of the way from the first to the last start. */
  now: number;
  best: number;
  /** From where to where the place is as good. */
  certain: readonly [from: number, to: number];
}

/** How badly a cue fits at each place of a track where it may begin: the lower the better. */
export function OffsetPlot({ distances, now, best, certain }: OffsetPlotProps) {
  const path = useMemo(() => distancePath(distances), [distances]);
  const at = (share: number) => `${100 * share}%`;
  return (
    <div className={styles.plot} aria-hidden="true">
      <span
        className={styles.certain}
        style={{ left: at(certain[0]), width: at(Math.max(0, certain[1] - certain[0])) }}
      />
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none">
        <path d={path} />
      </svg>
      <span className={styles.best} style={{ left: at(best) }}>
        <span>best</span>
      </span>
      <span className={styles.now} style={{ left: at(now) }} />
    </div>
  );
}

function distancePath(distances: readonly number[]): string {
  const most = Math.max(...distances, 1e-9);
  const last = Math.max(1, distances.length - 1);
  const path = line<number>()
    .x((_, index) => (index / last) * width)
    .y((distance) => height - 1 - (distance / most) * (height - 2));
  return path(distances) ?? '';
}
