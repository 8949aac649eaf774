import type { StudyProblem } from '@/app/ui/study/studyAnswers';
import styles from './closing.module.css';

interface RemarksProps {
  remarks: readonly string[];
  problems: readonly StudyProblem[];
}

/** What a reader must know of the answer, and what was left out of it. */
export function Remarks({ remarks, problems }: RemarksProps) {
  if (remarks.length + problems.length === 0) return null;
  return (
    <section className={styles.section} data-half aria-labelledby="remarks-title">
      <h2 id="remarks-title">To know when reading this</h2>
      <ul className={styles.list}>
        {remarks.map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
        {problems.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </section>
  );
}
