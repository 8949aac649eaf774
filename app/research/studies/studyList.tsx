'use client';

import Link from 'next/link';
import type { Answers } from '@/app/trpc';
import { formatCount } from '@/app/ui/format';
import { SimulatedBadge } from '@/app/ui/study/badge';
import { studyLink } from '@/app/ui/study/studyLinks';
import styles from './studyList.module.css';
import { WhatToBring } from './whatToBring';

type StudySummary = Answers['studies']['list'][number];

/** The studies, newest first; without any, what one could bring. */
export function StudyList({ studies }: { studies: readonly StudySummary[] }) {
  if (studies.length === 0) return <WhatToBring />;
  return (
    <ul className={styles.list} aria-label="Studies">
      {studies.map((study) => (
        <li key={study.id} className={styles.study}>
          <h2 className={styles.title}>
            <Link href={studyLink(study.id)}>{study.title}</Link> {study.simulated && <SimulatedBadge />}
          </h2>
          <p className={styles.facts}>{factsOf(study).join(' · ')}</p>
        </li>
      ))}
    </ul>
  );
}

function factsOf({ participants, stimuli, regions, runs, ratings, analyses }: StudySummary): string[] {
  const counts: [number, string][] = [
    [participants, 'participant'],
    [stimuli, 'piece'],
    [regions, 'region'],
    [runs, 'recording'],
    [ratings, 'rating'],
  ];
  const brought = counts.filter(([count]) => count > 0).map((each) => formatCount(...each));
  if (brought.length === 0) return ['nothing brought yet'];
  return [...brought, analyses === 0 ? 'no analysis yet' : formatCount(analyses, 'analysis', 'analyses')];
}
