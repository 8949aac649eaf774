'use client';

import { ProgressBar as AriaProgressBar } from 'react-aria-components';
import styles from './progressBar.module.css';

/** How much of some work is done: `fraction` from 0 to 1. */
export function ProgressBar({ label, fraction }: { label: string; fraction: number }) {
  return (
    <AriaProgressBar aria-label={label} value={100 * fraction} className={styles.track}>
      <span className={styles.fill} style={{ inlineSize: `${100 * fraction}%` }} />
    </AriaProgressBar>
  );
}
