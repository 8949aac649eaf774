'use client';

import { useState } from 'react';
import { Button } from './button';
import styles from './copyButton.module.css';

/** Copies a text, and says whether it did. */
export function CopyButton({ text }: { text: string }) {
  const [said, setSaid] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied'),
      () => setSaid('The browser did not allow copying: select the text instead'),
    );
  return (
    <div className={styles.copy}>
      <Button size="small" onPress={() => void copy()}>
        Copy
      </Button>
      <span role="status" className={styles.said}>
        {said}
      </span>
    </div>
  );
}
