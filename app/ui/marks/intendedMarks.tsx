import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import { toShare } from '../emotionField/planeShare';
import { percent } from '../percent';
import type { Intended } from './intended';
import styles from './intendedMarks.module.css';
import { MarkAt, MarkTie } from './markLayer';

/** Where a piece was meant, a hollow square, tied to where it is heard; the way that was meant, dotted. For a MarkLayer. */
export function IntendedMarks({ intended, heard }: { intended: Intended; heard: EmotionPoint }) {
  const place = toShare(intended.point);
  return (
    <>
      <Way places={intended.way} />
      <MarkTie from={place} to={toShare(heard)} dashed />
      <MarkAt place={place}>
        <IntendedSquare />
      </MarkAt>
    </>
  );
}

/** The way in pieces, since the places of a layer are shares of it, which a path cannot have. */
function Way({ places }: { places: readonly EmotionPoint[] }) {
  return places.map((emotion, index) => {
    const { x, y } = toShare(emotion);
    return <circle key={index} className={styles.way} cx={percent(x)} cy={percent(y)} r="1.75" />;
  });
}

/** The sign of what was meant, around the origin: hollow, as nobody has heard it. */
function IntendedSquare() {
  return (
    <>
      <rect className={styles.casing} x="-6" y="-6" width="12" height="12" />
      <rect className={styles.square} x="-6" y="-6" width="12" height="12" />
    </>
  );
}

/** The same sign within words. */
export function IntendedSign() {
  return (
    <svg className={styles.sign} viewBox="-8 -8 16 16" aria-hidden="true">
      <IntendedSquare />
    </svg>
  );
}

/** The sign within words of where the model hears something. */
export function HeardSign() {
  return (
    <svg className={styles.sign} viewBox="-8 -8 16 16" aria-hidden="true">
      <HeardCircle />
    </svg>
  );
}

/** Where the model hears a track as a whole, around the origin. */
export function HeardCircle() {
  return <circle className={styles.heard} r="6" />;
}
