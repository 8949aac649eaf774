'use client';

import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { formatClock, formatNumber } from '@/app/ui/format';
import { ProgressBar } from '@/app/ui/progressBar';
import { jobWords } from './jobWords';
import panel from './panel.module.css';
import styles from './queuePanel.module.css';
import type { QueueState } from './useQueue';

/** A rate: one place where it is small. */
const formatRate = (rate: number): string => rate.toFixed(rate < 10 ? 1 : 0);

/** The work that is under way: how much, how fast, how long still, and a way to stop it. */
export function QueuePanel({ queue }: { queue: QueueState }) {
  const trpc = useTRPC();
  const cancel = useMutation(trpc.catalogue.cancel.mutationOptions());
  const open = queue.queued + queue.running;
  if (open === 0) return null;
  const ended = queue.done + queue.failed + queue.cancelled;
  const total = ended + open;
  const words = jobWords(queue.kinds);
  return (
    <section aria-label={words.heading} className={styles.panel}>
      <header className={panel.head}>
        <h2>{words.heading}</h2>
        <Button size="small" isPending={cancel.isPending} onPress={() => cancel.mutate({})}>
          Stop
        </Button>
      </header>
      <ProgressBar label={words.ended} fraction={ended / total} />
      <p className={styles.figures}>
        <span>
          {formatNumber(ended)} of {words.count(total)}
        </span>
        {queue.realTimeRate !== null && <span>{formatRate(queue.realTimeRate)} times real time</span>}
        {queue.secondsLeft !== null && <span>about {formatClock(queue.secondsLeft)} left</span>}
        {queue.failed > 0 && <span>{queue.failed} failed</span>}
      </p>
      {queue.kinds.includes('analyse-again') && (
        <p className={styles.note}>
          Until a track has been heard again, its earlier answer holds. New music goes first.
        </p>
      )}
      <ul className={styles.current}>
        {queue.current.map(({ jobId, label, progress }) => (
          <li key={jobId}>
            <span className={panel.file}>{label}</span>
            <ProgressBar label={`${words.deed} ${label}`} fraction={progress} />
          </li>
        ))}
      </ul>
    </section>
  );
}
