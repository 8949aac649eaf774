import styles from './tick.module.css';

/** The box of a checkbox; the checkbox around it says by its state what it shows. */
export function Tick() {
  return (
    <svg className={styles.tick} viewBox="0 0 16 16" aria-hidden="true">
      <rect x="1" y="1" width="14" height="14" rx="3.5" />
      <path className={styles.mark} d="M4.2,8.2 7,11l4.8-5.8" />
      <path className={styles.some} d="M4.5,8h7" />
    </svg>
  );
}
