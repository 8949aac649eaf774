import type { Dimension } from '@/ml/affect/dimension';
import type { Drawing } from './drawing';
import styles from './laneDrawing.module.css';
import { drawnPath, laneBox, lanePath, laneX, laneY } from './laneGeometry';
import type { Overlay } from './overlay';

interface LaneDrawingProps {
  dimension: Dimension;
  drawing: Drawing;
  overlay: Overlay | null;
}

/** What is drawn in a lane: the line of the drawing, and a match laid over it with the ties of its alignment. */
export function LaneDrawing({ dimension, drawing, overlay }: LaneDrawingProps) {
  const { width, height } = laneBox;
  return (
    <svg
      className={styles.drawing}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path
        className={styles.grid}
        d={`M0,${height / 2}H${width}M${width / 4},0V${height}M${width / 2},0V${height}M${(width * 3) / 4},0V${height}`}
      />
      {overlay && (
        <>
          <path className={styles.ties} d={tiesPath(overlay, dimension)} />
          <path className={styles.casing} d={lanePath(overlay.line, dimension)} />
          <path className={styles.match} d={lanePath(overlay.line, dimension)} />
        </>
      )}
      <path className={styles.drawn} d={drawnPath(drawing, dimension)} />
    </svg>
  );
}

const tiesPath = ({ ties }: Overlay, dimension: Dimension): string =>
  ties
    .map(
      ({ drawn, matched }) =>
        `M${laneX(drawn.t)},${laneY(drawn[dimension])}L${laneX(matched.t)},${laneY(matched[dimension])}`,
    )
    .join('');
