import { formatClock } from '@/app/ui/format';
import { ProgressBar } from '@/app/ui/progressBar';
import type { Study } from '@/app/ui/study/studyAnswers';
import styles from './studyWork.module.css';

const kindsOfAnalysis = 'analyse-study';

/** Work on the study's data that is under way: reading files, computing features. Analyses stand in their own list. */
export function StudyWork({ jobs }: { jobs: Study['jobs'] }) {
  const own = jobs.filter(({ kind }) => kind !== kindsOfAnalysis);
  if (own.length === 0) return null;
  return (
    <ul className={styles.list} aria-label="Under way">
      {own.map(({ jobId, label, progress, secondsLeft }) => (
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
