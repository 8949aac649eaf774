'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import styles from './pageTabs.module.css';

interface PageTabsProps {
  /** What the pages are views of. */
  label: string;
  pages: readonly { href: string; name: string }[];
  /** True where a page stands for all addresses below its own. */
  within?: boolean;
}

/** Pages that belong together, the one that is open marked. */
export function PageTabs({ label, pages, within = false }: PageTabsProps) {
  const path = usePathname();
  const isOpen = (href: string) => path === href || (within && path.startsWith(`${href}/`));
  return (
    <nav aria-label={label}>
      <ul className={styles.views}>
        {pages.map(({ href, name }) => (
          <li key={href}>
            <Link href={href} className={styles.view} aria-current={isOpen(href) ? 'page' : undefined}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
