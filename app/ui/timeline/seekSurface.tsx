'use client';

import type { KeyboardEvent, ReactNode } from 'react';
import { playSteps, seekByKey, type SeekSteps } from './seeking';
import styles from './seekSurface.module.css';
import { useSeekPointer, type SeekPointer } from './useSeekPointer';

interface SeekSurfaceProps extends SeekPointer {
  label: string;
  /** Where one is, from 0 to `max`, in a unit of the page's choice. */
  value: number;
  max: number;
  /** The same in words. */
  valueText: string;
  /** How far keys go, in the same unit. */
  steps?: SeekSteps;
  onSeek: (value: number) => void;
  /** Told when Enter or space is pressed. */
  onPress?: () => void;
  children: ReactNode;
}

/** Lanes, in the rows of `--rows`, as one slider over their time: pointers and keys go to a moment. */
export function SeekSurface({ label, value, max, valueText, children, ...deeds }: SeekSurfaceProps) {
  const { steps = playSteps, onSeek, onPress, onPoint, onRelease } = deeds;
  const pointer = useSeekPointer({ onPoint, onRelease });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = seekByKey(event.key, value, { max, ...steps });
    if (target !== null) onSeek(target);
    else if (onPress && (event.key === ' ' || event.key === 'Enter')) onPress();
    else return;
    event.preventDefault();
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      className={styles.surface}
      data-released={onRelease ? '' : undefined}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.round(max)}
      aria-valuenow={Math.round(value)}
      aria-valuetext={valueText}
      onKeyDown={onKeyDown}
      {...pointer}
    >
      {children}
    </div>
  );
}
