'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import { Disclosure } from '@/app/ui/field/disclosure';
import { ErrorState, LoadingState } from '@/app/ui/message/message';
import help from '@/app/ui/study/helpWords.module.css';
import styles from '@/app/ui/listPage.module.css';
import { BeginEegStudy } from './beginEegStudy';
import { EegStudyList } from './eegStudyList';
import { SimulatedEegStudy } from './simulatedEegStudy';
import { WhatEegToBring } from './whatEegToBring';

/** The studies of EEG one has, a way to begin another, and what can be brought. */
export function EegStudiesPage() {
  const trpc = useTRPC();
  const studies = useQuery(trpc.eeg.studies.list.queryOptions());
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>EEG and music</h1>
          <p className={styles.about}>
            People whose EEG was recorded while they heard music: a model brings both into a common space, and
            EEG finds music of the same emotion. A study is seen by nobody but you.
          </p>
        </div>
        <BeginEegStudy />
      </header>
      <SimulatedEegStudy />
      {studies.error ? (
        <ErrorState
          title="The studies could not be read"
          error={studies.error}
          onRetry={() => void studies.refetch()}
        />
      ) : studies.data ? (
        <EegStudyList studies={studies.data} />
      ) : (
        <LoadingState>Reading the studies</LoadingState>
      )}
      {studies.data && studies.data.length > 0 && (
        <div className={help.help}>
          <Disclosure title="What can be brought">
            <WhatEegToBring />
          </Disclosure>
        </div>
      )}
    </div>
  );
}
