'use client';

import { useState } from 'react';
import styles from './tables.module.css';

interface DraftFieldProps {
  label: string;
  value: string;
  /** Letters it may have. */
  most: number;
  /** Told what it has become, on Enter or leaving. */
  onDone: (value: string) => void;
}

/** A line of text in a table, kept when it is left; Escape leaves it as it was. */
export function DraftField({ label, value, most, onDone }: DraftFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const keep = () => {
    if (typed !== null && typed !== value) onDone(typed);
    setTyped(null);
  };
  return (
    <input
      className={styles.draft}
      aria-label={label}
      placeholder={label}
      maxLength={most}
      value={typed ?? value}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}
