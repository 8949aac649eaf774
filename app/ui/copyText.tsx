import { CopyButton } from './copyButton';
import styles from './copyText.module.css';

/** A text that is to be used elsewhere, and a button that copies it. */
export function CopyText({ label, text }: { label: string; text: string }) {
  return (
    <div className={styles.copy}>
      <code className={styles.text} aria-label={label} tabIndex={0}>
        {text}
      </code>
      <CopyButton text={text} />
    </div>
  );
}
