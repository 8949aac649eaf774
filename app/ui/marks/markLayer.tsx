import type { ReactNode } from 'react';
import { percent } from '../percent';
import styles from './markLayer.module.css';

/** A place on a square, as shares from its top left corner. */
interface Place {
  x: number;
  y: number;
}

/** Marks that lie over a square and let pointers through; their places are shares of it in per cent. */
export function MarkLayer({ children }: { children: ReactNode }) {
  return (
    <svg className={styles.layer} aria-hidden="true">
      {children}
    </svg>
  );
}

/** A mark drawn around the origin, put at a place of the layer. */
export function MarkAt({ place, children }: { place: Place; children: ReactNode }) {
  return (
    <svg x={percent(place.x)} y={percent(place.y)} overflow="visible">
      {children}
    </svg>
  );
}

/** A line that ties two marks together. */
export function MarkTie({ from, to, dashed = false }: { from: Place; to: Place; dashed?: boolean }) {
  return (
    <line
      className={styles.tie}
      data-dashed={dashed || undefined}
      x1={percent(from.x)}
      y1={percent(from.y)}
      x2={percent(to.x)}
      y2={percent(to.y)}
    />
  );
}
