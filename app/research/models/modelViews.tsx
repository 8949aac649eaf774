'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import styles from './modelViews.module.css';

const views = [
  { href: '/research/models', name: 'Cards' },
  { href: '/research/models/features', name: 'Feature maps' },
  { href: '/research/models/predictions', name: 'Predictions' },
];

/** The three views of the models. */
export function ModelViews() {
  const path = usePathname();
  return (
    <nav aria-label="Views of the models">
      <ul className={styles.views}>
        {views.map(({ href, name }) => (
          <li key={href}>
            <Link href={href} className={styles.view} aria-current={path === href ? 'page' : undefined}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
