import type { ReactNode } from 'react';
import { PageTabs } from '@/app/ui/pageTabs';
import styles from './layout.module.css';

const sections = [
  { href: '/research/studies', name: 'Studies' },
  { href: '/research/eeg', name: 'EEG' },
  { href: '/research/models', name: 'Models' },
];

/** The pages for research: studies of people who listened, and the models themselves. */
export default function Layout({ children }: { children: ReactNode }) {
  return (
    <>
      <div className={styles.sections}>
        <PageTabs label="Research" pages={sections} within />
      </div>
      {children}
    </>
  );
}
