import styles from './cardContents.module.css';
import type { CardHeading } from './renderCard';

/** The card's headings, each a way to its place on the page. */
export function CardContents({ headings }: { headings: readonly CardHeading[] }) {
  const below = headings.filter(({ level }) => level > 1);
  if (below.length === 0) return null;
  return (
    <nav aria-labelledby="card-contents">
      <h2 id="card-contents" className={styles.title}>
        On this card
      </h2>
      <ul className={styles.list}>
        {below.map(({ id, level, text }) => (
          <li key={id} data-level={level}>
            <a href={`#${id}`} className={styles.link}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
