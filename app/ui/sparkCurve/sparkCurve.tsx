import { useMemo } from 'react';
import { decodeMeans } from '@/ml/affect/curveCodec';
import { curveMeans } from '@/ml/affect/resample';
import { decodeBytes, decodeSpark } from '../arrays';
import lines from './curveLines.module.css';
import { emotionGradient } from './emotionGradient';
import { seriesPath, sparkBox } from './seriesPath';
import styles from './sparkCurve.module.css';

interface SparkCurveProps {
  /** The whole track's small curve. */
  sparkBase64: string;
  /** A stretch of the track that is shown in its place, as decodeMeans reads it. */
  stretchBase64?: string;
}

/** A longer stretch is shown by this many means. */
const mostPoints = 64;

/**
 * A track's emotion in time, or that of a stretch of it, small: valence as a whole line, arousal as a broken one, over a ribbon of the
 * emotion's colours. It repeats what the row beside it says in numbers, so it is not read aloud.
 */
export function SparkCurve({ sparkBase64, stretchBase64 }: SparkCurveProps) {
  const spark = useMemo(() => {
    const series = stretchBase64 ? stretchSeries(stretchBase64) : decodeSpark(sparkBase64);
    return {
      valence: seriesPath(series.valence),
      arousal: seriesPath(series.arousal),
      ribbon: emotionGradient(series),
    };
  }, [sparkBase64, stretchBase64]);
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

function stretchSeries(stretchBase64: string) {
  const curve = decodeMeans(decodeBytes(stretchBase64));
  return curve.valence.length > mostPoints ? curveMeans(curve, mostPoints) : curve;
}
