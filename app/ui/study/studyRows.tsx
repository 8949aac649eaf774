import Link from 'next/link';
import { SimulatedBadge } from './badge';
import styles from './studyRows.module.css';

/** A study as a list shows it. */
interface StudyRow {
  href: string;
  title: string;
  simulated: boolean;
  /** What it holds, a few words each. */
  facts: readonly string[];
}

/** Studies below each other, each leading to its page. */
export function StudyRows({ studies }: { studies: readonly StudyRow[] }) {
  return (
    <ul className={styles.list} aria-label="Studies">
      {studies.map(({ href, title, simulated, facts }) => (
        <li key={href} className={styles.study}>
          <h2 className={styles.title}>
            <Link href={href}>{title}</Link> {simulated && <SimulatedBadge />}
          </h2>
          <p className={styles.facts}>{facts.join(' · ')}</p>
        </li>
      ))}
    </ul>
  );
}
