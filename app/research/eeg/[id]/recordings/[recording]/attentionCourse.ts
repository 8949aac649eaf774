import type { EegFound } from '@/app/ui/eeg/eegAnswers';
import type { Stretch } from './trialCourse';

/** Attention over a stretch, step by step. */
interface AttentionCourse {
  /** The middle of each step, from the beginning of the stretch. */
  seconds: number[];
  /** How many times as much as evenly spread attention; null where no window was heard. */
  values: (number | null)[];
}

/**
 * What the windows of a stretch attended to, as one course: at each step the mean over all windows that hold it, as a
 * multiple of what each step would have if attention were spread evenly over a window.
 */
export function attentionCourse(
  { attention, stepSeconds }: Pick<EegFound, 'attention' | 'stepSeconds'>,
  { startSeconds }: Pick<Stretch, 'startSeconds'>,
): AttentionCourse {
  const sums: number[] = [];
  const counts: number[] = [];
  for (const { startSeconds: start, steps } of attention)
    steps.forEach((share, step) => {
      const at = Math.floor((start - startSeconds) / stepSeconds + step + 0.5);
      if (at < 0) return;
      sums[at] = (sums[at] ?? 0) + share * steps.length;
      counts[at] = (counts[at] ?? 0) + 1;
    });
  const length = sums.length;
  return {
    seconds: Array.from({ length }, (_, at) => (at + 0.5) * stepSeconds),
    values: Array.from({ length }, (_, at) => (counts[at] ? sums[at] / counts[at] : null)),
  };
}
