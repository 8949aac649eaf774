'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { AccountLinks } from './accountLinks';
import styles from './navigation.module.css';

/** The pages, in the order of what people do. */
const pages = [
  { href: '/', name: 'Plane' },
  { href: '/draw', name: 'Draw' },
  { href: '/films', name: 'Films' },
  { href: '/library', name: 'Library' },
  { href: '/research', name: 'Research' },
];

const isWithin = (path: string, href: string) =>
  href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);

export function Navigation() {
  const path = usePathname();
  return (
    <header className={styles.header}>
      <Link href="/" className={styles.brand}>
        <span className={styles.sign} aria-hidden="true" />
        <span className={styles.word}>Circumplex</span>
      </Link>
      <nav aria-label="Pages">
        <ul className={styles.pages}>
          {pages.map(({ href, name }) => (
            <li key={href}>
              <Link
                href={href}
                aria-current={isWithin(path, href) ? 'page' : undefined}
                className={styles.page}
              >
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <AccountLinks />
    </header>
  );
}
