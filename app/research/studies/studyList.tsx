'use client';

import type { Answers } from '@/app/trpc';
import { formatCount } from '@/app/ui/format';
import { studyLink } from '@/app/ui/study/studyLinks';
import { StudyRows } from '@/app/ui/study/studyRows';
import { WhatToBring } from './whatToBring';

type StudySummary = Answers['studies']['list'][number];

/** The studies, newest first; without any, what one could bring. */
export function StudyList({ studies }: { studies: readonly StudySummary[] }) {
  if (studies.length === 0) return <WhatToBring />;
  return (
    <StudyRows
      studies={studies.map((study) => ({ ...study, href: studyLink(study.id), facts: factsOf(study) }))}
    />
  );
}

function factsOf({ sharedBy, ...holds }: StudySummary): string[] {
  return [...(sharedBy === null ? [] : [`shared by ${sharedBy}`]), ...countsOf(holds)];
}

function countsOf({
  participants,
  stimuli,
  regions,
  runs,
  ratings,
  analyses,
}: Omit<StudySummary, 'sharedBy'>): string[] {
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
