'use client';

import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import type { KeyPoint } from '@/ml/affect/keyPoint';
import { emotionCss } from '../emotionColour';
import { formatEmotion } from '../format';
import { percent } from '../percent';
import { usePause } from '../usePause';
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
  /** Of two key points that lie too close to be told apart, which one it is; half a dot each. */
  side?: 'before' | 'after';
  onSelect: () => void;
  onKey: (event: KeyboardEvent) => void;
  onSettle: () => void;
}

/** A key point one can take hold of: dragged by a pointer, moved by arrow keys, removed by Delete. */
export function KeyHandle({ index, point, ...handle }: KeyHandleProps) {
  const dot = useRef<HTMLDivElement>(null);
  useFocusFollowing(dot, handle.selected);
  const pause = usePause(handle.onSettle);
  return (
    <div
      ref={dot}
      role="slider"
      tabIndex={0}
      className={styles.handle}
      data-key-index={index}
      data-selected={handle.selected || undefined}
      data-side={handle.side}
      style={{
        left: percent(handle.x),
        top: percent(handle.y),
        backgroundColor: emotionCss(point.valence, point.arousal),
      }}
      aria-label={handle.name}
      aria-valuemin={-1}
      aria-valuemax={1}
      aria-valuenow={handle.value}
      aria-valuetext={`${formatEmotion(point.valence, point.arousal)} at ${handle.time}${handle.side ? `, ${handle.side} a cut` : ''}`}
      onFocus={handle.onSelect}
      onKeyDown={handle.onKey}
      onKeyUp={(event) => event.key.startsWith('Arrow') && pause()}
    />
  );
}

/** The focus goes to the key point that becomes selected, where it was on another of the same surface or on that itself. */
function useFocusFollowing(dot: RefObject<HTMLElement | null>, selected: boolean): void {
  useEffect(() => {
    const surface = dot.current?.closest('[data-drawing-surface]');
    if (selected && surface?.contains(document.activeElement)) dot.current?.focus({ preventScroll: true });
  }, [dot, selected]);
}
