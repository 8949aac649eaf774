import type { Dimension } from '@/ml/affect/dimension';
import type { KeyPoint } from '@/ml/affect/keyPoint';
import { CurveLine } from '../timeline/curveMarks';
import { laneX, laneY } from '../timeline/laneGeometry';
import type { Drawing } from './drawing';
import styles from './laneDrawing.module.css';
import { drawnPath, lanePath } from './lanePaths';
import type { Overlay } from './overlay';
import { OverlayLine } from './overlayLine';
import { shareIn, wholeTime, type TimeWindow } from './timeWindow';

interface LaneDrawingProps {
  dimension: Dimension;
  drawing: Drawing;
  overlay: Overlay | null;
  /** A line that is drawn faintly under the others. */
  faint?: readonly KeyPoint[] | null;
  /** The part of the time that the lane shows; all of it without. */
  shown?: TimeWindow;
}

/** What is drawn in a lane: the line of the drawing, and a match laid over it with the ties of its alignment. */
export function LaneDrawing({ dimension, drawing, overlay, faint, shown = wholeTime }: LaneDrawingProps) {
  return (
    <>
      {faint && <CurveLine faint path={lanePath(faint, dimension, shown)} />}
      {overlay && (
        <>
          <path className={styles.ties} d={tiesPath(overlay, dimension, shown)} />
          <OverlayLine path={lanePath(overlay.line, dimension, shown)} />
        </>
      )}
      <CurveLine path={drawnPath(drawing, dimension, shown)} />
    </>
  );
}

function tiesPath({ ties }: Overlay, dimension: Dimension, shown: TimeWindow): string {
  const place = (point: KeyPoint) => `${laneX(shareIn(shown, point.t))},${laneY(point[dimension])}`;
  return ties.map(({ drawn, matched }) => `M${place(drawn)}L${place(matched)}`).join('');
}
