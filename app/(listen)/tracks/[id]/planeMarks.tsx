import { toShare } from '@/app/ui/emotionField/planeShare';
import type { Intended } from '@/app/ui/marks/intended';
import { HeardCircle, IntendedMarks } from '@/app/ui/marks/intendedMarks';
import { MarkAt, MarkLayer, MarkTie } from '@/app/ui/marks/markLayer';
import { percent } from '@/app/ui/percent';
import styles from './planeMarks.module.css';
import type { TrackDetail } from './trackCurve';

interface PlaneMarksProps {
  track: TrackDetail;
  intended: Intended | null;
}

/**
 * The track as one point: a circle with its spread where the model puts it, a diamond where the person does, a hollow square
 * where its composer meant it.
 */
export function PlaneMarks({ track: { modelPoint, correction }, intended }: PlaneMarksProps) {
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
      {intended && <IntendedMarks intended={intended} heard={modelPoint} />}
      {correction && <MarkTie from={place} to={toShare(correction)} dashed />}
      <MarkAt place={place}>
        <HeardCircle />
      </MarkAt>
      {correction && (
        <MarkAt place={toShare(correction)}>
          <path className={styles.own} d="M0,-9 9,0 0,9 -9,0z" />
        </MarkAt>
      )}
    </MarkLayer>
  );
}
