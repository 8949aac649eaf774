import { useMemo } from 'react';
import { dimensions } from '@/ml/affect/dimension';
import { seriesPath, sparkBox } from '@/app/ui/sparkCurve/seriesPath';
import type { ShownFit } from './shownFit';
import styles from './fitCurve.module.css';

/**
 * What is drawn under a cue as a wide pale line and the music over it as a thin one: valence above, arousal below. It
 * repeats what numbers beside it say, so it is not read aloud.
 */
export function FitCurve({ fit }: { fit: ShownFit }) {
  const paths = useMemo(
    () =>
      dimensions.map((dimension) => {
        const [drawn, music] = filling(fit.drawn[dimension], fit.music[dimension]);
        return { dimension, drawn: seriesPath(drawn), music: seriesPath(music) };
      }),
    [fit],
  );
  return (
    <span
      className={styles.fit}
      aria-hidden="true"
      title="valence above, arousal below: the wide line is drawn, the thin one is the music"
    >
      {paths.map(({ dimension, drawn, music }) => (
        <svg key={dimension} viewBox={`0 0 ${sparkBox.width} ${sparkBox.height}`} preserveAspectRatio="none">
          <path d={drawn} className={styles.drawn} />
          <path d={music} className={styles.music} />
        </svg>
      ))}
    </span>
  );
}

/** Two curves are drawn at a scale of their own, but what hardly moves is not blown up. */
const leastSpan = 0.4;

/** Two series over the range that both fill, brought to [-1, 1]. */
function filling(...series: [Float32Array, Float32Array]): Float32Array[] {
  const least = Math.min(...series.map((values) => values.reduce((a, b) => Math.min(a, b), Infinity)));
  const most = Math.max(...series.map((values) => values.reduce((a, b) => Math.max(a, b), -Infinity)));
  const half = Math.max(leastSpan, most - least) / 2;
  const middle = (most + least) / 2;
  return series.map((values) => values.map((value) => (value - middle) / half));
}
