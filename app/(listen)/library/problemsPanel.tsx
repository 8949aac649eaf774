'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { useTRPC, type Answers } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { Disclosure } from '@/app/ui/field/disclosure';
import { formatNumber } from '@/app/ui/format';
import { jobWords } from './jobWords';
import panel from './panel.module.css';
import styles from './problemsPanel.module.css';
import { useRefreshCatalogue } from './useRefreshCatalogue';

type Problem = Answers['catalogue']['problems']['rows'][number];
const shown = 100;

/** Jobs that failed, such as files that could not be read, and what is odd about some that were done, with reasons. */
export function ProblemsPanel() {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.catalogue.problems.queryOptions({ limit: shown }));
  const onSuccess = useRefreshCatalogue();
  const retry = useMutation(trpc.catalogue.retry.mutationOptions({ onSuccess }));
  const dismiss = useMutation(trpc.catalogue.dismiss.mutationOptions({ onSuccess }));
  if (!data || data.total === 0) return null;
  const failed = data.rows.some(({ state }) => state === 'failed');
  return (
    <Disclosure title={titleOf(data.total, data.rows)} open={failed}>
      <div className={styles.panel}>
        {data.total > 1 && (
          <div className={styles.actions}>
            {failed && (
              <Button
                size="small"
                isPending={retry.isPending}
                onPress={() => retry.mutate({ jobIds: 'all' })}
              >
                Try all again
              </Button>
            )}
            <Button size="small" kind="quiet" onPress={() => dismiss.mutate({ jobIds: 'all' })}>
              Clear the list
            </Button>
          </div>
        )}
        <ul className={styles.list}>
          {data.rows.map((problem) => (
            <ProblemRow
              key={problem.jobId}
              problem={problem}
              onRetry={() => retry.mutate({ jobIds: [problem.jobId] })}
              onDismiss={() => dismiss.mutate({ jobIds: [problem.jobId] })}
            />
          ))}
        </ul>
        {data.total > shown && <p>and {formatNumber(data.total - shown)} more</p>}
      </div>
    </Disclosure>
  );
}

function titleOf(total: number, rows: readonly Problem[]): string {
  const { count, thing } = jobWords(rows.map(({ kind }) => kind));
  const failures = rows.filter(({ state }) => state === 'failed').length;
  if (failures === 0) return `${count(total)} with a note`;
  if (failures < rows.length) return `${count(total)} to look at`;
  return `${count(total)} ${thing === 'file' ? 'could not be read' : 'failed'}`;
}

interface ProblemRowProps {
  problem: Problem;
  onRetry: () => void;
  onDismiss: () => void;
}

function ProblemRow({ problem, onRetry, onDismiss }: ProblemRowProps) {
  const failed = problem.state === 'failed';
  return (
    <li className={styles.row}>
      <div className={panel.text}>
        <p className={styles.name} title={problem.detail ?? undefined}>
          {problem.label}
        </p>
        <p className={failed ? panel.failure : styles.warning}>{problem.failure ?? problem.warning}</p>
      </div>
      <div className={styles.actions}>
        {failed && (
          <Button size="small" onPress={onRetry} aria-label={`Try ${problem.label} again`}>
            Try again
          </Button>
        )}
        <Button
          size="small"
          kind="quiet"
          onPress={onDismiss}
          aria-label={`Take ${problem.label} off the list`}
        >
          Dismiss
        </Button>
      </div>
    </li>
  );
}
