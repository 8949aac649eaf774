'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { ErrorState } from '@/app/ui/message/message';
import { ProgressBar } from '@/app/ui/progressBar';
import { progressWords } from '@/app/ui/study/analysisWords';
import type { AnalysisSummary } from '@/app/ui/study/studyAnswers';
import styles from './analysisProgress.module.css';

/** How far an analysis is, or why it has no answer. */
export function AnalysisProgress({ analysis }: { analysis: AnalysisSummary }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const cancel = useMutation(
    trpc.studies.analyses.cancel.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.studies.analyses.get.queryFilter()),
    }),
  );
  const { id, state, failure, progress, title } = analysis;
  if (state === 'failed')
    return (
      <ErrorState title="It could not be computed" error={{ message: failure ?? 'no reason was told' }} />
    );
  return (
    <section className={styles.panel} aria-label="Progress">
      <p role="status">{progressWords(analysis)}</p>
      {state !== 'cancelled' && (
        <>
          <ProgressBar label={`Progress of ${title}`} fraction={progress} />
          <div>
            <Button isPending={cancel.isPending} onPress={() => cancel.mutate({ analysisId: id })}>
              Cancel
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
