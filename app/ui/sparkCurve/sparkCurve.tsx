import { useMemo } from 'react';
import { decodeSpark } from '../arrays';
import lines from './curveLines.module.css';
import { emotionGradient } from './emotionGradient';
import { seriesPath, sparkBox } from './seriesPath';
import styles from './sparkCurve.module.css';

/**
 * A track's emotion in time, small: valence as a whole line, arousal as a broken one, over a ribbon of the
 * emotion's colours. It repeats what the row beside it says in numbers, so it is not read aloud.
 */
export function SparkCurve({ sparkBase64 }: { sparkBase64: string }) {
  const spark = useMemo(() => {
    const series = decodeSpark(sparkBase64);
    return {
      valence: seriesPath(series.valence),
      arousal: seriesPath(series.arousal),
      ribbon: emotionGradient(series),
    };
  }, [sparkBase64]);
  return (
    <span className={styles.spark} aria-hidden="true" title="valence: whole line; arousal: broken line">
      <svg viewBox={`0 0 ${sparkBox.width} ${sparkBox.height}`} preserveAspectRatio="none">
        <path d={`M0,${sparkBox.height / 2}H${sparkBox.width}`} className={styles.zero} />
        <path d={spark.arousal} className={lines.arousal} />
        <path d={spark.valence} className={lines.valence} />
      </svg>
      <span className={styles.ribbon} style={{ backgroundImage: spark.ribbon }} />
    </span>
  );
}
