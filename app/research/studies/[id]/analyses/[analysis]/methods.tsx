'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import { CopyButton } from '@/app/ui/copyButton';
import { Disclosure } from '@/app/ui/field/disclosure';
import type { AnalysisSummary } from '@/app/ui/study/studyAnswers';
import { analysisFileLink } from '@/app/ui/study/studyLinks';
import styles from './closing.module.css';

/** The methods as a paper would tell them, and the numbers to take away. */
export function Methods({ analysis }: { analysis: AnalysisSummary }) {
  const trpc = useTRPC();
  const { data: paragraphs } = useQuery(
    trpc.studies.analyses.methods.queryOptions({ analysisId: analysis.id }, { staleTime: Infinity }),
  );
  const { data: tables } = useQuery(
    trpc.studies.analyses.tables.queryOptions({ analysisId: analysis.id }, { staleTime: Infinity }),
  );
  return (
    <section className={styles.section} data-half aria-labelledby="methods-title">
      <div className={styles.head}>
        <h2 id="methods-title">Methods</h2>
        {paragraphs && <CopyButton text={paragraphs.join('\n\n')} />}
      </div>
      <div className={styles.prose}>
        {paragraphs?.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      {tables && (
        <Disclosure title="Every table as CSV">
          <ul className={styles.tables}>
            {tables.map((table) => (
              <li key={table}>
                <a
                  download
                  href={`${analysisFileLink(analysis.studyId, analysis.id, 'csv')}?${new URLSearchParams({ table }).toString()}`}
                >
                  {table}
                </a>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}
