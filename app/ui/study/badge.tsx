import styles from './badge.module.css';

/** Says wherever the title stands that participants are made up. */
export function SimulatedBadge() {
  return <span className={styles.badge}>Simulated</span>;
}
