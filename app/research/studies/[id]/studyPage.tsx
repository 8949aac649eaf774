'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import type { Study } from '@/app/ui/study/studyAnswers';
import { AnalysisList } from './analysisList';
import { BringFiles } from './bringFiles';
import { FeatureList } from './featureList';
import { PieceTable } from './pieceTable';
import { PresenceTable } from './presenceTable';
import { ProblemList } from './problemList';
import { RegionNetworks } from './regionNetworks';
import { SharedStudy } from './sharedStudy';
import { factsOf, StudyHead } from './studyHead';
import styles from '@/app/ui/study/studyPage.module.css';
import { StudyWork } from './studyWork';
import { useStudy } from './useStudy';

/** A study in its researcher's words: what is there, what is wrong with it, and what was asked of it. */
export function StudyPage({ initial }: { initial: Study }) {
  const study = useStudy(initial);
  const trpc = useTRPC();
  const { data: problems = [] } = useQuery(trpc.studies.check.queryOptions({ studyId: study.id }));
  const isEmpty = study.series.length === 0;
  if (!study.isOwn) return <SharedStudy study={study} facts={factsOf(study)} />;
  return (
    <div className={styles.page}>
      <StudyHead study={study} />
      <StudyWork jobs={study.jobs} />
      {isEmpty && <BringFiles study={study} open />}
      {!isEmpty && (
        <div className={styles.columns}>
          <AnalysisList study={study} />
          <PieceTable study={study} />
        </div>
      )}
      <ProblemList problems={problems} />
      {!isEmpty && (
        <>
          <PresenceTable study={study} problems={problems} />
          <div className={styles.columns}>
            <FeatureList study={study} />
            <RegionNetworks targets={study.targets} />
          </div>
          <BringFiles study={study} open={study.files.some(({ state }) => state === 'waiting')} />
        </>
      )}
    </div>
  );
}
