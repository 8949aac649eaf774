'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import { ErrorState, LoadingState } from '@/app/ui/message/message';
import type { AnalysisSummary, Study } from '@/app/ui/study/studyAnswers';
import { useUrlState } from '@/app/ui/url/useUrlState';
import { AnalysisHead } from './analysisHead';
import { AnalysisProgress } from './analysisProgress';
import styles from './analysisPage.module.css';
import { analysisUrl } from './analysisUrl';
import { Answer } from './answer';
import { Compared } from './compared';

interface AnalysisPageProps {
  initial: AnalysisSummary;
  study: Study;
}

const askMilliseconds = 1000;

/** What an analysis found; while it is under way, how far it is. */
export function AnalysisPage({ initial, study }: AnalysisPageProps) {
  const [state, setState] = useUrlState(analysisUrl);
  const trpc = useTRPC();
  const { data: analysis } = useQuery({
    ...trpc.studies.analyses.get.queryOptions({ analysisId: initial.id }),
    initialData: initial,
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'queued' || data?.state === 'running' ? askMilliseconds : false,
  });
  const isDone = analysis.state === 'done';
  const result = useQuery({
    ...trpc.studies.analyses.result.queryOptions({ analysisId: initial.id }),
    enabled: isDone,
    staleTime: Infinity,
  });
  return (
    <div className={styles.page}>
      <AnalysisHead analysis={analysis} study={study} />
      {!isDone && <AnalysisProgress analysis={analysis} />}
      {result.error && (
        <ErrorState
          title="The answer could not be read"
          error={result.error}
          onRetry={() => void result.refetch()}
        />
      )}
      {isDone && result.isPending && <LoadingState>Reading the answer</LoadingState>}
      {result.data && state.with === null && (
        <Answer result={result.data} study={study} analysis={analysis} state={state} onChange={setState} />
      )}
      {result.data && state.with !== null && (
        <Compared
          result={result.data}
          analysis={analysis}
          otherId={state.with}
          state={state}
          onChange={setState}
        />
      )}
    </div>
  );
}
