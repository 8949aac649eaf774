'use client';

import type { KeyboardEvent } from 'react';
import type { KeyPoint } from '@/ml/affect/keyPoint';
import { emotionCss } from '../emotionColour';
import { formatEmotion } from '../format';
import { percent } from '../percent';
import styles from './keyHandle.module.css';

export interface KeyHandleProps {
  /** What the handle is called: "Valence, key point 2 of 5". */
  name: string;
  index: number;
  point: KeyPoint;
  /** When the point comes, in words. */
  time: string;
  /** Its place in the drawing's box, as shares from the top left. */
  x: number;
  y: number;
  /** The value the handle stands for, in [-1, 1]. */
  value: number;
  selected: boolean;
  onSelect: () => void;
  onKey: (event: KeyboardEvent) => void;
  onSettle: () => void;
}

/** A key point one can take hold of: dragged by a pointer, moved by arrow keys, removed by Delete. */
export function KeyHandle({ index, point, ...handle }: KeyHandleProps) {
  return (
    <div
      role="slider"
      tabIndex={0}
      className={styles.handle}
      data-key-index={index}
      data-selected={handle.selected || undefined}
      style={{
        left: percent(handle.x),
        top: percent(handle.y),
        backgroundColor: emotionCss(point.valence, point.arousal),
      }}
      aria-label={handle.name}
      aria-valuemin={-1}
      aria-valuemax={1}
      aria-valuenow={handle.value}
      aria-valuetext={`${formatEmotion(point.valence, point.arousal)} at ${handle.time}`}
      onFocus={handle.onSelect}
      onKeyDown={handle.onKey}
      onKeyUp={(event) => event.key.startsWith('Arrow') && handle.onSettle()}
    />
  );
}
