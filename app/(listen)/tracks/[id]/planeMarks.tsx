import { toShare } from '@/app/ui/emotionField/planeShare';
import { percent } from '@/app/ui/percent';
import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import styles from './planeMarks.module.css';
import type { TrackDetail } from './trackCurve';

/** The track as one point: a circle with its spread where the model puts it, a diamond where the person does. */
export function PlaneMarks({ track: { modelPoint, correction } }: { track: TrackDetail }) {
  const place = toShare(modelPoint);
  return (
    <svg className={styles.marks} aria-hidden="true">
      <ellipse
        className={styles.spread}
        cx={percent(place.x)}
        cy={percent(place.y)}
        rx={percent(modelPoint.valenceDeviation / 2)}
        ry={percent(modelPoint.arousalDeviation / 2)}
      />
      {correction && <Tie from={modelPoint} to={correction} />}
      <circle className={styles.model} cx={percent(place.x)} cy={percent(place.y)} r="6" />
      {correction && <Own point={correction} />}
    </svg>
  );
}

function Tie({ from, to }: { from: EmotionPoint; to: EmotionPoint }) {
  const [start, end] = [toShare(from), toShare(to)];
  return (
    <line
      className={styles.tie}
      x1={percent(start.x)}
      y1={percent(start.y)}
      x2={percent(end.x)}
      y2={percent(end.y)}
    />
  );
}

function Own({ point }: { point: EmotionPoint }) {
  const { x, y } = toShare(point);
  return (
    <svg x={percent(x)} y={percent(y)} overflow="visible">
      <path className={styles.own} d="M0,-9 9,0 0,9 -9,0z" />
    </svg>
  );
}
