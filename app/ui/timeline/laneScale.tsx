import type { Dimension } from '@/ml/affect/dimension';
import { dimensionWords } from '../dimensionWords';
import styles from './laneScale.module.css';

interface LaneScaleProps {
  dimension: Dimension;
  /** On a narrow screen: all within the lane, or the name over it. */
  narrow?: 'within' | 'over';
}

/** What a lane is of and what its ends mean, left of it. */
export function LaneScale({ dimension, narrow = 'within' }: LaneScaleProps) {
  const { high, low } = dimensionWords[dimension];
  return (
    <div className={`${styles.scale} ${styles[narrow]}`} aria-hidden="true">
      <span>
        <span className={styles.word}>{high} </span>+1
      </span>
      <em>{dimension}</em>
      <span>
        <span className={styles.word}>{low} </span>−1
      </span>
    </div>
  );
}

/** The name of a row that has no scale; a narrow screen has no room for it. */
export function RowName({ name }: { name: string }) {
  return (
    <p className={styles.row} aria-hidden="true">
      <em>{name}</em>
    </p>
  );
}
