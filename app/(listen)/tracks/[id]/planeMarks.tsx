import { toShare } from '@/app/ui/emotionField/planeShare';
import { MarkAt, MarkLayer, MarkTie } from '@/app/ui/marks/markLayer';
import { percent } from '@/app/ui/percent';
import styles from './planeMarks.module.css';
import type { TrackDetail } from './trackCurve';

/** The track as one point: a circle with its spread where the model puts it, a diamond where the person does. */
export function PlaneMarks({ track: { modelPoint, correction } }: { track: TrackDetail }) {
  const place = toShare(modelPoint);
  return (
    <MarkLayer>
      <ellipse
        className={styles.spread}
        cx={percent(place.x)}
        cy={percent(place.y)}
        rx={percent(modelPoint.valenceDeviation / 2)}
        ry={percent(modelPoint.arousalDeviation / 2)}
      />
      {correction && <MarkTie from={place} to={toShare(correction)} dashed />}
      <circle className={styles.model} cx={percent(place.x)} cy={percent(place.y)} r="6" />
      {correction && (
        <MarkAt place={toShare(correction)}>
          <path className={styles.own} d="M0,-9 9,0 0,9 -9,0z" />
        </MarkAt>
      )}
    </MarkLayer>
  );
}
