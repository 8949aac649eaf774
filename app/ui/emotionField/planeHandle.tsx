'use client';

import type { KeyboardEvent } from 'react';
import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import type { ChangeKind } from '../changeKind';
import { clampPoint } from '../clampAffect';
import { formatEmotion } from '../format';
import { percent } from '../percent';
import { usePause } from '../usePause';
import styles from './planeHandle.module.css';
import { toShare } from './planeShare';

const fine = 0.02;
const coarse = 0.1;

const directions: Partial<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

interface PlaneHandleProps {
  point: EmotionPoint | null;
  onMove: (point: EmotionPoint, change: ChangeKind) => void;
}

/** The chosen point: arrow keys move it, with Shift in larger steps, and until they pause it is one move. Before a choice it waits in the middle. */
export function PlaneHandle({ point, onMove }: PlaneHandleProps) {
  const at = point ?? { valence: 0, arousal: 0 };
  const place = toShare(at);
  const pause = usePause(() => point && onMove(point, 'step'));
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = directions[event.key];
    if (!direction || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const step = event.shiftKey ? coarse : fine;
    const valence = at.valence + step * direction[0];
    const arousal = at.arousal + step * direction[1];
    onMove(clampPoint({ valence, arousal }), 'glide');
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      className={styles.handle}
      data-waiting={point ? undefined : ''}
      style={{ left: percent(place.x), top: percent(place.y) }}
      aria-label="Chosen point of the plane"
      aria-roledescription="two-dimensional slider"
      aria-valuemin={-1}
      aria-valuemax={1}
      aria-valuenow={at.valence}
      aria-valuetext={point ? formatEmotion(at.valence, at.arousal) : 'no point chosen; press an arrow key'}
      onKeyDown={onKeyDown}
      onKeyUp={(event) => {
        if (directions[event.key]) pause();
      }}
    />
  );
}
