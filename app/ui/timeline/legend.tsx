import type { ReactNode } from 'react';
import { CurveLine, DottedLine } from './curveMarks';
import styles from './legend.module.css';

/** Which mark is which in the lanes over it. */
export function Legend({ children }: { children: ReactNode }) {
  return (
    <ul className={styles.legend} aria-label="What the drawing shows">
      {children}
    </ul>
  );
}

interface LegendItemProps {
  /** The mark that is explained; without one the words stand alone. */
  mark?: 'line' | 'faint' | 'dotted' | 'band';
  children: ReactNode;
}

export function LegendItem({ mark, children }: LegendItemProps) {
  return (
    <li>
      {mark === 'band' && <span className={styles.band} aria-hidden="true" />}
      {mark && mark !== 'band' && (
        <svg width="26" height="10" aria-hidden="true">
          {mark === 'dotted' ? (
            <DottedLine path="M3,5H25" />
          ) : (
            <CurveLine path="M1,5H25" faint={mark === 'faint'} />
          )}
        </svg>
      )}
      {children}
    </li>
  );
}
