'use client';

import type { ReactNode } from 'react';
import { Button } from '../button';
import styles from './message.module.css';

/** Nothing is here yet; the children say what to do about it. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.message}>
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.text}>{children}</div>}
    </div>
  );
}

/** Something went wrong; the server's words, and a way to try again. */
export function ErrorState({
  title,
  error,
  onRetry,
}: {
  title: string;
  error: { message: string };
  onRetry?: () => void;
}) {
  return (
    <div className={styles.message} role="alert">
      <p className={styles.title}>{title}</p>
      <p className={styles.text}>{inPlainWords(error.message)}</p>
      {onRetry && <Button onPress={onRetry}>Try again</Button>}
    </div>
  );
}

/** Browsers say that nobody answered in words of their own; the server's own words stay. */
function inPlainWords(message: string): string {
  const unanswered =
    /failed to fetch|networkerror|load failed|loading (css )?chunk|failed to load chunk/i.test(message);
  return unanswered ? 'The server does not answer. It may have stopped, or the network is down.' : message;
}

/** Something is on its way. Shown only after a moment, so that quick answers do not flicker. */
export function LoadingState({ children = 'Loading' }: { children?: ReactNode }) {
  return (
    <div className={`${styles.message} ${styles.loading}`} role="status">
      <p className={styles.text}>{children}…</p>
    </div>
  );
}
