import type { ReactNode } from 'react';
import styles from './sectionHead.module.css';

interface SectionHeadProps {
  /** Names the section that it heads. */
  id: string;
  title: string;
  about: ReactNode;
  /** What the section is changed with, beside the words. */
  children: ReactNode;
}

/** What a section shows, in a title and a few words. */
export function SectionHead({ id, title, about, children }: SectionHeadProps) {
  return (
    <div className={styles.head}>
      <div className={styles.words}>
        <h2 id={id}>{title}</h2>
        <p className={styles.about}>{about}</p>
      </div>
      {children}
    </div>
  );
}
