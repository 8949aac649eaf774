import type { ReactNode } from 'react';
import styles from './boardHead.module.css';

/** Over a board of lanes: what it shows, and at the other end the `ReadOut`. */
export function BoardHead({ children }: { children: ReactNode }) {
  return <div className={styles.head}>{children}</div>;
}
