'use client';

import { useState } from 'react';
import { LinkButton } from '@/app/ui/linkButton';
import type { Study } from '@/app/ui/study/studyAnswers';
import { analysisLink, newAnalysisLink } from '@/app/ui/study/studyLinks';
import { AnalysisRow } from './analysisRow';
import styles from '@/app/ui/study/rowList.module.css';
import panel from '@/app/ui/study/panel.module.css';

/** What was asked of the study, newest first; two that are finished can be put side by side. */
export function AnalysisList({ study }: { study: Study }) {
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const choose = (id: number, isChosen: boolean) =>
    setChosen((before) => (isChosen ? [...before, id].slice(-2) : before.filter((other) => other !== id)));
  const finished = study.analyses.filter(({ state }) => state === 'done');
  const both = chosen.filter((id) => finished.some((each) => each.id === id));
  return (
    <section className={panel.section} aria-labelledby="analyses-title">
      <div className={panel.head}>
        <h2 id="analyses-title">Analyses</h2>
        <div className={styles.deeds}>
          {both.length === 2 && (
            <LinkButton size="small" href={`${analysisLink(study.id, both[0])}?with=${both[1]}`}>
              Compare the two
            </LinkButton>
          )}
          <LinkButton size="small" href={newAnalysisLink(study.id)}>
            Ask something
          </LinkButton>
        </div>
      </div>
      {study.analyses.length === 0 ? (
        <p className={panel.note}>
          Nothing was asked yet. Ask which sounds go with what people felt, where it is in the brain, or who
          leads.
        </p>
      ) : (
        <ul className={styles.list} aria-label="Analyses">
          {study.analyses.map((analysis) => (
            <AnalysisRow
              key={analysis.id}
              analysis={analysis}
              choosing={
                finished.length > 1
                  ? { isChosen: both.includes(analysis.id), onChoose: (is) => choose(analysis.id, is) }
                  : null
              }
            />
          ))}
        </ul>
      )}
    </section>
  );
}
