import styles from './scoreLegend.module.css';

/** Which line is which in the lanes. */
export function ScoreLegend({ meant }: { meant: boolean }) {
  return (
    <ul className={styles.legend} aria-label="What the drawing shows">
      <li>
        <svg width="26" height="10" aria-hidden="true">
          <path d="M1,5H25" className={styles.line} />
        </svg>
        what the model hears
      </li>
      <li>
        <span className={styles.band} aria-hidden="true" />
        one standard deviation to either side
      </li>
      {meant && (
        <li>
          <svg width="26" height="10" aria-hidden="true">
            <path d="M3,5H25" className={styles.meant} />
          </svg>
          what the composer meant
        </li>
      )}
      <li>colour: the emotion at each moment, as on the plane</li>
    </ul>
  );
}
