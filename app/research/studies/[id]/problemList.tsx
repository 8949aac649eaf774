'use client';

import { useState } from 'react';
import { Button } from '@/app/ui/button';
import { formatCount } from '@/app/ui/format';
import type { StudyProblem } from '@/app/ui/study/studyAnswers';
import panel from '@/app/ui/study/panel.module.css';
import styles from './problemList.module.css';

const fewest = 6;

/** What is wrong with the data, in words that name participant, run, region and value; what is refused first. */
export function ProblemList({ problems }: { problems: readonly StudyProblem[] }) {
  const [all, setAll] = useState(false);
  if (problems.length === 0) return null;
  const refused = problems.filter(({ severity }) => severity === 'refused').length;
  const shown = all ? problems : problems.slice(0, fewest);
  return (
    <section className={panel.section} aria-labelledby="problems-title">
      <div className={panel.head}>
        <h2 id="problems-title">What is wrong with the data</h2>
        <p className={panel.note}>
          {refused > 0
            ? `${refused} refused, ${problems.length - refused} to know of`
            : `${formatCount(problems.length, 'thing')} to know of`}
        </p>
      </div>
      <ul className={styles.list} aria-label="Problems">
        {shown.map(({ message, severity }, index) => (
          <li key={`${index} ${message}`} className={styles.problem} data-severity={severity}>
            <span className={styles.severity}>{severity}</span>
            {message}
          </li>
        ))}
      </ul>
      {problems.length > fewest && (
        <div>
          <Button size="small" kind="quiet" onPress={() => setAll(!all)}>
            {all ? 'Show fewer' : `Show all ${problems.length}`}
          </Button>
        </div>
      )}
    </section>
  );
}
