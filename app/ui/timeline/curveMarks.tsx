import { useId } from 'react';
import type { EmotionCurve } from '@/ml/affect/emotionCurve';
import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import { curveMeans } from '@/ml/affect/resample';
import { emotionCss } from '../emotionColour';
import { percent } from '../percent';
import styles from './curveMarks.module.css';
import { laneBox, laneY } from './laneGeometry';

/** The colours along a band are those of this many stretches. */
const colourStops = 48;

/** The line of a curve, `--line-width` wide; faint where it is one of others. */
export function CurveLine({ path, faint = false }: { path: string; faint?: boolean }) {
  return <path className={faint ? styles.faint : styles.line} d={path} />;
}

/** A dotted line, for what people said or meant; cased where it runs over bands. */
export function DottedLine({ path, cased = false }: { path: string; cased?: boolean }) {
  return (
    <>
      {cased && <path className={styles.casing} d={path} />}
      <path className={styles.dotted} d={path} />
    </>
  );
}

/** A band in the colours of an emotion along the whole time. */
export function CurveBand({ outline, emotion }: { outline: string; emotion: EmotionCurve }) {
  const gradient = useId();
  const { valence, arousal } = curveMeans(emotion, colourStops);
  return (
    <>
      <linearGradient id={gradient} gradientUnits="userSpaceOnUse" x1="0" x2={laneBox.width} y1="0" y2="0">
        {Array.from(valence, (value, index) => (
          <stop
            key={index}
            offset={percent((index + 0.5) / colourStops)}
            style={{ stopColor: emotionCss(value, arousal[index]) }}
          />
        ))}
      </linearGradient>
      <path className={styles.band} d={outline} fill={`url(#${gradient})`} />
    </>
  );
}

interface CurveDotProps {
  /** When, as a part of the whole time. */
  share: number;
  /** How high, in [-1, 1]. */
  value: number;
  /** Whose colour it has. */
  emotion: EmotionPoint;
}

/** The point of a curve that is read out. */
export function CurveDot({ share, value, emotion }: CurveDotProps) {
  return (
    <span
      className={styles.dot}
      style={{
        left: percent(share),
        top: percent(laneY(value) / laneBox.height),
        backgroundColor: emotionCss(emotion.valence, emotion.arousal),
      }}
    />
  );
}
