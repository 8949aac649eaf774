import Link from 'next/link';
import { LinkButton } from '@/app/ui/linkButton';
import { questions } from '@/app/ui/study/analysisWords';
import { SimulatedBadge } from '@/app/ui/study/badge';
import type { AnalysisSummary, Study } from '@/app/ui/study/studyAnswers';
import { analysisFileLink, newAnalysisLink, reportLink, studyLink } from '@/app/ui/study/studyLinks';
import styles from './analysisHead.module.css';

interface AnalysisHeadProps {
  analysis: AnalysisSummary;
  study: Study;
}

/** The question, what it was asked of, and the answer to take away. */
export function AnalysisHead({ analysis, study }: AnalysisHeadProps) {
  const { id, kind, title, spec, state } = analysis;
  const again = `${newAnalysisLink(study.id)}?${new URLSearchParams({ ask: kind, spec: JSON.stringify(spec) }).toString()}`;
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        <p className={styles.up}>
          <Link href={studyLink(study.id)}>{study.title}</Link> {study.simulated && <SimulatedBadge />}
        </p>
        <h1>
          {questions[kind]} <span className={styles.title}>{title}</span>
        </h1>
      </div>
      <nav className={styles.deeds} aria-label="The analysis as files">
        {state === 'done' && (
          <>
            <LinkButton size="small" download href={reportLink(study.id, id)}>
              Report (HTML)
            </LinkButton>
            <LinkButton size="small" download href={analysisFileLink(study.id, id, 'csv')}>
              Numbers (CSV)
            </LinkButton>
            <LinkButton size="small" download href={analysisFileLink(study.id, id, 'json')}>
              All of it (JSON)
            </LinkButton>
          </>
        )}
        <LinkButton size="small" href={again}>
          Ask again with changes
        </LinkButton>
      </nav>
    </header>
  );
}
