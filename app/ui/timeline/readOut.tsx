import type { ReactNode } from 'react';
import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import { emotionCss } from '../emotionColour';
import { formatClock } from '../format';
import styles from './readOut.module.css';

interface ReadOutProps {
  seconds: number;
  /** The emotion whose colour is shown beside the time. */
  emotion?: EmotionPoint;
  children: ReactNode;
}

/** The values at a moment, a `ReadValue` each. The slider says the same to those who hear. */
export function ReadOut({ seconds, emotion, children }: ReadOutProps) {
  return (
    <p className={styles.readOut} data-coloured={emotion ? '' : undefined} aria-hidden="true">
      <span className={styles.time}>{formatClock(seconds)}</span>
      {emotion && (
        <span
          className={styles.swatch}
          style={{ backgroundColor: emotionCss(emotion.valence, emotion.arousal) }}
        />
      )}
      {children}
    </p>
  );
}

/** A value, or a few, after the name of what they are of. */
export function ReadValue({ name, children }: { name: string; children: ReactNode }) {
  return (
    <span className={styles.value}>
      <em>{name}</em> {children}
    </span>
  );
}
