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
      dimensions.map((dimension) => ({
        dimension,
        drawn: seriesPath(fit.drawn[dimension]),
        music: seriesPath(fit.music[dimension]),
      })),
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
