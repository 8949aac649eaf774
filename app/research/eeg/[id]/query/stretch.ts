import type { ReactNode } from 'react';
import type { EegRecording } from '@/app/ui/eeg/eegAnswers';
import type { ChangeQuery, QueryState } from './queryUrl';

/** From where to where a recording is asked by. */
export interface AskedStretch {
  fromSeconds: number;
  toSeconds: number;
}

/** What chooses a stretch, and shows what it finds. */
export interface StretchProps {
  recording: EegRecording;
  state: QueryState;
  onChange: ChangeQuery;
  children: (stretch: AskedStretch) => ReactNode;
}

/** The stretch of a state within a recording, never empty. */
export function stretchOf(
  { fromSeconds, toSeconds }: Pick<QueryState, 'fromSeconds' | 'toSeconds'>,
  { durationSeconds, trials }: Pick<EegRecording, 'durationSeconds' | 'trials'>,
): AskedStretch {
  const end = Math.max(durationSeconds ?? 0, 1);
  const first = trials.at(0);
  const from = Math.min(fromSeconds ?? first?.startSeconds ?? 0, end - 1);
  const firstEnd = first && first.durationSeconds !== null ? first.startSeconds + first.durationSeconds : end;
  const to = toSeconds ?? (fromSeconds === null ? firstEnd : end);
  return { fromSeconds: from, toSeconds: Math.min(end, Math.max(from + 1, to)) };
}

/** What of a recording a stretch is: a trial by its number, the whole of it, or none of both. */
export function namedStretch(
  { fromSeconds, toSeconds }: AskedStretch,
  { durationSeconds, trials }: Pick<EegRecording, 'durationSeconds' | 'trials'>,
): number | 'whole' | null {
  const end = Math.max(durationSeconds ?? 0, 1);
  const same = (from: number, to: number) => fromSeconds === from && toSeconds === Math.min(end, to);
  const trial = trials.find((each) =>
    same(each.startSeconds, each.durationSeconds === null ? end : each.startSeconds + each.durationSeconds),
  );
  if (trial) return trial.id;
  return same(0, end) ? 'whole' : null;
}

/**
 * The stretch that was just heard: as long as windows that overlap a moment reach back, not beyond the beginning of the
 * trial; null until one window is over.
 */
export function justHeard(
  position: number,
  {
    startSeconds,
    windowSeconds,
    reachSeconds,
  }: { startSeconds: number; windowSeconds: number; reachSeconds: number },
): AskedStretch | null {
  if (position < windowSeconds) return null;
  const from = Math.max(0, position - Math.max(windowSeconds, reachSeconds));
  return { fromSeconds: startSeconds + from, toSeconds: startSeconds + position };
}
