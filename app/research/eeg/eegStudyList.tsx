'use client';

import type { Answers } from '@/app/trpc';
import { eegStudyLink } from '@/app/ui/eeg/eegLinks';
import { formatCount } from '@/app/ui/format';
import { StudyRows } from '@/app/ui/study/studyRows';
import { WhatEegToBring } from './whatEegToBring';

type EegStudySummary = Answers['eeg']['studies']['list'][number];

/** The studies, newest first; without any, what one could bring. */
export function EegStudyList({ studies }: { studies: readonly EegStudySummary[] }) {
  if (studies.length === 0) return <WhatEegToBring />;
  return (
    <StudyRows
      studies={studies.map((study) => ({ ...study, href: eegStudyLink(study.id), facts: factsOf(study) }))}
    />
  );
}

function factsOf({ participants, recordings, tracks, models }: EegStudySummary): string[] {
  if (recordings === 0) return ['nothing brought yet'];
  return [
    formatCount(participants, 'participant'),
    formatCount(recordings, 'recording'),
    formatCount(tracks, 'track'),
    models === 0 ? 'no model yet' : formatCount(models, 'model'),
  ];
}
