'use client';

import { CopyText } from '@/app/ui/copyText';
import styles from './people.module.css';

/** A link that was just made: it is shown this once. What stands behind # is sent to nobody by browsers. */
export function FreshLink({ secret, label }: { secret: string; label: string }) {
  return (
    <div className={styles.section}>
      <p className={styles.about}>Hand on this link: it is good once, for seven days, and shown only now.</p>
      <CopyText label={label} text={`${window.location.origin}/join#${secret}`} />
    </div>
  );
}
