'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import { useMay } from '@/app/ui/caller/callerContext';
import { ErrorState, LoadingState } from '@/app/ui/message/message';
import { SimulatedStudy } from './simulatedStudy';
import { BeginStudy } from './beginStudy';
import { StudiesHelp } from './studiesHelp';
import styles from '@/app/ui/listPage.module.css';
import { StudyList } from './studyList';

/** The studies one has, a way to begin another, and what can be brought. */
export function StudiesPage() {
  const trpc = useTRPC();
  const isMember = useMay('member');
  const studies = useQuery(trpc.studies.list.queryOptions());
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>Studies</h1>
          <p className={styles.about}>
            People who listened: their ratings, their brains, and what in the music goes with both. A study is
            seen by nobody but you, unless you share it.
          </p>
        </div>
        {isMember && <BeginStudy />}
      </header>
      {isMember && <SimulatedStudy />}
      {studies.error ? (
        <ErrorState
          title="The studies could not be read"
          error={studies.error}
          onRetry={() => void studies.refetch()}
        />
      ) : studies.data ? (
        <StudyList studies={studies.data} />
      ) : (
        <LoadingState>Reading the studies</LoadingState>
      )}
      <StudiesHelp withKinds={studies.data === undefined || studies.data.length > 0} />
    </div>
  );
}
