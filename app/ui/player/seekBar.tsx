'use client';

import { useMemo, useState, type KeyboardEvent } from 'react';
import { decodeSpark } from '../arrays';
import { formatClock } from '../format';
import { percent } from '../percent';
import { emotionGradient } from '../sparkCurve/emotionGradient';
import { seriesPath, sparkBox } from '../sparkCurve/seriesPath';
import { playSteps, seekByKey } from '../timeline/seeking';
import { usePlayer, usePlayerPosition } from './playerContext';
import type { PlayItem } from './playQueue';
import styles from './seekBar.module.css';

/** The seek bar: the track's emotion as a ribbon of colour, its curve, and the place that is heard now. */
export function SeekBar({ item }: { item: PlayItem }) {
  const { seek } = usePlayer();
  const position = usePlayerPosition();
  const [dragged, setDragged] = useState<number | null>(null);
  const shown = Math.min(dragged ?? position, item.durationSeconds);

  const commit = () => {
    if (dragged !== null) seek(dragged);
    setDragged(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = seekByKey(event.key, position, { max: item.durationSeconds, ...playSteps });
    if (target === null) return;
    seek(target);
    event.preventDefault();
  };

  return (
    <div className={styles.bar}>
      <span className={styles.time}>{formatClock(shown)}</span>
      <div className={styles.track}>
        <Ribbon item={item} share={shown / item.durationSeconds} />
        <input
          type="range"
          className={styles.input}
          aria-label={`Position in ${item.title}`}
          aria-valuetext={`${formatClock(shown)} of ${formatClock(item.durationSeconds)}`}
          min={0}
          max={item.durationSeconds}
          step="any"
          value={shown}
          onChange={(event) => setDragged(Number(event.target.value))}
          onPointerUp={commit}
          onTouchEnd={commit}
          onBlur={commit}
          onKeyDown={onKeyDown}
        />
      </div>
      <span className={styles.time}>{formatClock(item.durationSeconds)}</span>
    </div>
  );
}

function Ribbon({ item, share }: { item: PlayItem; share: number }) {
  const drawn = useMemo(() => {
    const series = decodeSpark(item.sparkBase64);
    return {
      gradient: emotionGradient(series),
      valence: seriesPath(series.valence),
      arousal: seriesPath(series.arousal),
    };
  }, [item.sparkBase64]);
  const { startSeconds = 0, endSeconds, durationSeconds } = item;
  return (
    <span className={styles.drawing} aria-hidden="true">
      <span className={styles.ribbon} style={{ backgroundImage: drawn.gradient }} />
      <span
        className={styles.heard}
        style={{ backgroundImage: drawn.gradient, clipPath: `inset(0 ${percent(1 - share)} 0 0)` }}
      />
      {endSeconds !== undefined && (
        <span
          className={styles.section}
          style={{
            left: percent(startSeconds / durationSeconds),
            right: percent(1 - endSeconds / durationSeconds),
          }}
        />
      )}
      <span className={styles.head} style={{ left: percent(share) }} />
      <svg viewBox={`0 0 ${sparkBox.width} ${sparkBox.height}`} preserveAspectRatio="none">
        <path d={drawn.arousal} className={styles.arousal} />
        <path d={drawn.valence} className={styles.valence} />
      </svg>
    </span>
  );
}
