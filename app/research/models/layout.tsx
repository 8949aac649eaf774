import type { ReactNode } from 'react';
import styles from './layout.module.css';
import { ModelViews } from './modelViews';

/** The models: what they are, what they make of the library, and what they say of pieces they never heard. */
export default function Layout({ children }: { children: ReactNode }) {
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>Models</h1>
        <ModelViews />
      </header>
      {children}
    </div>
  );
}
