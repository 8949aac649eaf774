import Link from 'next/link';
import type { ReactNode } from 'react';
import styles from './upLink.module.css';

interface UpLinkProps {
  href: string;
  children: ReactNode;
  /** Stands after the link. */
  beside?: ReactNode;
}

/** The way to what a page is part of, above its title. */
export function UpLink({ href, children, beside }: UpLinkProps) {
  return (
    <p className={styles.up}>
      <Link href={href}>{children}</Link> {beside}
    </p>
  );
}
