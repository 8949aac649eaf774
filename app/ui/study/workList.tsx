import { formatClock } from '../format';
import { ProgressBar } from '../progressBar';
import styles from './workList.module.css';

/** A job of the queue. */
interface Work {
  jobId: number;
  label: string;
  /** 0..1 */
  progress: number;
  secondsLeft: number | null;
}

/** Work that is under way, and how far it is; nothing where there is none. */
export function WorkList({ jobs }: { jobs: readonly Work[] }) {
  if (jobs.length === 0) return null;
  return (
    <ul className={styles.list} aria-label="Under way">
      {jobs.map(({ jobId, label, progress, secondsLeft }) => (
        <li key={jobId} className={styles.job}>
          <span>{label}</span>
          <span className={styles.left}>
            {secondsLeft === null ? '' : `about ${formatClock(secondsLeft)} left`}
          </span>
          <ProgressBar label={label} fraction={progress} />
        </li>
      ))}
    </ul>
  );
}
