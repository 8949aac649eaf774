import type { ReactNode } from 'react';
import { percent } from '../percent';
import styles from './markLabel.module.css';

interface MarkLabelProps {
  track: { title: string; artist: string | null };
  /** The mark's place, as shares from the top left corner. */
  place: { x: number; y: number };
  /** Left of the mark, else right of it. */
  left: boolean;
  /** Below the mark, else above it. */
  below?: boolean;
  /** More about the track, under its names. */
  children?: ReactNode;
}

/** The names of a track beside its mark, over everything else. Other words say the same to those who hear. */
export function MarkLabel({ track, place, left, below, children }: MarkLabelProps) {
  return (
    <div
      className={styles.label}
      data-left={left || undefined}
      data-below={below || undefined}
      style={{ left: percent(place.x), top: percent(place.y) }}
      aria-hidden="true"
    >
      <strong dir="auto">{track.title}</strong>
      <span dir="auto">{track.artist ?? 'Unknown artist'}</span>
      {children}
    </div>
  );
}
