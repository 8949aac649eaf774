import styles from './curveLegend.module.css';
import lines from './curveLines.module.css';

/** Which line is which, wherever valence and arousal are drawn as curves. */
export function CurveLegend() {
  return (
    <span className={styles.legend}>
      <svg width="18" height="8" aria-hidden="true">
        <path d="M0,4H18" className={lines.valence} />
      </svg>
      valence
      <svg width="18" height="8" aria-hidden="true">
        <path d="M0,4H18" className={lines.arousal} />
      </svg>
      arousal
    </span>
  );
}
