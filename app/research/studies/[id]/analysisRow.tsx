'use client';

import { useMutation } from '@tanstack/react-query';
import Link from 'next/link';
import { useTRPC } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { TickBox } from '@/app/ui/field/tickBox';
import { ProgressBar } from '@/app/ui/progressBar';
import { stateWords } from '@/app/ui/study/analysisWords';
import type { AnalysisSummary } from '@/app/ui/study/studyAnswers';
import { analysisLink } from '@/app/ui/study/studyLinks';
import styles from '@/app/ui/study/rowList.module.css';
import { useRefreshStudy } from './useStudy';

interface AnalysisRowProps {
  analysis: AnalysisSummary;
  /** Null where there is nothing to compare with. */
  choosing: { isChosen: boolean; onChoose: (isChosen: boolean) => void } | null;
}

/** One analysis: how it stands, what it found at a glance, and what can be done with it. */
export function AnalysisRow({ analysis, choosing }: AnalysisRowProps) {
  const trpc = useTRPC();
  const onSuccess = useRefreshStudy();
  const cancel = useMutation(trpc.studies.analyses.cancel.mutationOptions({ onSuccess }));
  const remove = useMutation(trpc.studies.analyses.remove.mutationOptions({ onSuccess }));
  const { id, studyId, title, state, progress } = analysis;
  const open = state === 'queued' || state === 'running';
  return (
    <li className={styles.row}>
      <div>
        <p className={styles.title}>
          <Link href={analysisLink(studyId, id)}>{title}</Link>
        </p>
        <p className={styles.state} data-state={state}>
          {stateWords(analysis)}
        </p>
      </div>
      <div className={styles.rowDeeds}>
        {choosing && state === 'done' && (
          <TickBox isSelected={choosing.isChosen} onChange={choosing.onChoose}>
            Compare
          </TickBox>
        )}
        {open ? (
          <Button
            size="small"
            isPending={cancel.isPending}
            onPress={() => cancel.mutate({ analysisId: id })}
            aria-label={`Cancel ${title}`}
          >
            Cancel
          </Button>
        ) : (
          <Button
            size="small"
            kind="quiet"
            isPending={remove.isPending}
            onPress={() => remove.mutate({ analysisId: id })}
            aria-label={`Remove ${title}`}
          >
            Remove
          </Button>
        )}
      </div>
      {open && (
        <div className={styles.wide}>
          <ProgressBar label={`Progress of ${title}`} fraction={progress} />
        </div>
      )}
    </li>
  );
}
