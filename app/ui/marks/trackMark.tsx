import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import { emotionCss } from '../emotionColour';
import { toShare } from '../emotionField/planeShare';
import { percent } from '../percent';
import styles from './trackMark.module.css';

/** An answer on the plane: a disc in the colour of its emotion, larger where it is pointed at. */
export function TrackMark({ track, lit }: { track: EmotionPoint; lit: boolean }) {
  const place = toShare(track);
  return (
    <circle
      className={styles.match}
      data-lit={lit || undefined}
      cx={percent(place.x)}
      cy={percent(place.y)}
      r={lit ? 9 : 5.5}
      style={{ fill: emotionCss(track.valence, track.arousal) }}
    />
  );
}
