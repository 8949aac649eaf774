import { LinkButton } from '@/app/ui/linkButton';
import { questions } from '@/app/ui/study/analysisWords';
import { SimulatedBadge } from '@/app/ui/study/badge';
import type { AnalysisSummary, Study } from '@/app/ui/study/studyAnswers';
import { analysisFileLink, newAnalysisLink, reportLink, studyLink } from '@/app/ui/study/studyLinks';
import { UpLink } from '@/app/ui/study/upLink';
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
        <UpLink href={studyLink(study.id)} beside={study.simulated && <SimulatedBadge />}>
          {study.title}
        </UpLink>
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
