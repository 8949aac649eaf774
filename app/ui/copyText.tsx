'use client';

import { useState } from 'react';
import { Button } from './button';
import styles from './copyText.module.css';

/** A text that is to be used elsewhere, and a button that copies it. */
export function CopyText({ label, text }: { label: string; text: string }) {
  const [said, setSaid] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied'),
      () => setSaid('The browser did not allow copying: select the text instead'),
    );
  return (
    <div className={styles.copy}>
      <code className={styles.text} aria-label={label} tabIndex={0}>
        {text}
      </code>
      <Button size="small" onPress={() => void copy()}>
        Copy
      </Button>
      <span role="status" className={styles.said}>
        {said}
      </span>
    </div>
  );
}
