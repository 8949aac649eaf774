import Link from 'next/link';
import type { ReactNode } from 'react';
import styles from './linkButton.module.css';

interface LinkButtonProps {
  href: string;
  children: ReactNode;
  /** A file to keep rather than a page to go to. */
  download?: boolean;
  size?: 'small' | 'normal';
}

/** A link that looks like a button. */
export function LinkButton({ href, children, download = false, size = 'normal' }: LinkButtonProps) {
  const className = `${styles.link} ${styles[size]}`;
  if (download) {
    return (
      <a href={href} download className={className}>
        {children}
      </a>
    );
  }
  return (
    <Link href={href} className={className}>
      {children}
    </Link>
  );
}
