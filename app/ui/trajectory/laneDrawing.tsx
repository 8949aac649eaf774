import type { Dimension } from '@/ml/affect/dimension';
import { CurveLine } from '../timeline/curveMarks';
import { laneX, laneY } from '../timeline/laneGeometry';
import type { Drawing } from './drawing';
import styles from './laneDrawing.module.css';
import { drawnPath, lanePath } from './lanePaths';
import type { Overlay } from './overlay';
import { OverlayLine } from './overlayLine';

interface LaneDrawingProps {
  dimension: Dimension;
  drawing: Drawing;
  overlay: Overlay | null;
}

/** What is drawn in a lane: the line of the drawing, and a match laid over it with the ties of its alignment. */
export function LaneDrawing({ dimension, drawing, overlay }: LaneDrawingProps) {
  return (
    <>
      {overlay && (
        <>
          <path className={styles.ties} d={tiesPath(overlay, dimension)} />
          <OverlayLine path={lanePath(overlay.line, dimension)} />
        </>
      )}
      <CurveLine path={drawnPath(drawing, dimension)} />
    </>
  );
}

const tiesPath = ({ ties }: Overlay, dimension: Dimension): string =>
  ties
    .map(
      ({ drawn, matched }) =>
        `M${laneX(drawn.t)},${laneY(drawn[dimension])}L${laneX(matched.t)},${laneY(matched[dimension])}`,
    )
    .join('');
