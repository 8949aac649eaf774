import type { ReactNode } from 'react';
import styles from './layout.module.css';
import { ResearchTabs } from './researchTabs';

/** The pages for research: studies of people who listened, and the models themselves. */
export default function Layout({ children }: { children: ReactNode }) {
  return (
    <>
      <div className={styles.sections}>
        <ResearchTabs />
      </div>
      {children}
    </>
  );
}
