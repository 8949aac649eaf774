'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/app/trpc';
import { Announcement } from '@/app/ui/announcement';
import { Button } from '@/app/ui/button';
import type { AnalysisResult, AnalysisSummary } from '@/app/ui/study/studyAnswers';
import styles from './closing.module.css';

interface MethodsProps {
  analysis: AnalysisSummary;
  result: AnalysisResult;
}

/** The methods as a paper would tell them, and what makes the numbers anew. */
export function Methods({ analysis, result }: MethodsProps) {
  const trpc = useTRPC();
  const { data: paragraphs } = useQuery(
    trpc.studies.analyses.methods.queryOptions({ analysisId: analysis.id }, { staleTime: Infinity }),
  );
  const versions = Object.entries(result.versions).map(([name, version]) => `${name} ${version}`);
  return (
    <section className={styles.section} aria-labelledby="methods-title">
      <div className={styles.head}>
        <h2 id="methods-title">Methods</h2>
        {paragraphs && <CopyButton text={paragraphs.join('\n\n')} />}
      </div>
      <div className={styles.prose}>
        {paragraphs?.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      <p className={styles.fine}>
        {`Seed ${result.seed}; ${versions.join(', ')}; inputs ${result.inputsSha256}. Equal inputs and seed give equal numbers.`}
      </p>
    </section>
  );
}

function CopyButton({ text }: { text: string }) {
  const [said, setSaid] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied'),
      () => setSaid('The browser did not allow copying: select the text instead'),
    );
  return (
    <div className={styles.copy}>
      <Announcement>{said}</Announcement>
      {said && <span aria-hidden="true">{said}</span>}
      <Button size="small" onPress={() => void copy()}>
        Copy
      </Button>
    </div>
  );
}
