import { formatClock } from '../format';
import type { EegModelRow } from './eegAnswers';

/** How a model stands, in a line: its progress, its failure, or what it is worth on what it was not trained on. */
export function modelStateWords(
  model: Pick<EegModelRow, 'state' | 'progress' | 'secondsLeft' | 'failure' | 'digest'>,
): string {
  const { state, progress, secondsLeft, failure, digest } = model;
  switch (state) {
    case 'queued':
      return 'Waiting.';
    case 'running':
      return `Training: ${Math.round(100 * progress)} %${secondsLeft === null || secondsLeft < 1 ? '' : `, about ${formatClock(secondsLeft)} left`}`;
    case 'failed':
      return failure ?? 'failed, and no reason was told';
    case 'cancelled':
      return 'Cancelled.';
    case 'done':
      return digest ? digestWords(digest) : 'Trained.';
  }
}

/** What is worth something is told by dimension: one may be found where the other is not. */
function digestWords({ scores, noBetterThanChance }: NonNullable<EegModelRow['digest']>): string {
  if (scores.length === 0) return 'Trained, and never judged: no better than chance for all that is known.';
  const where = scores[0].leftOut;
  if (noBetterThanChance) return `No better than chance on ${where}.`;
  const told = scores.map(
    ({ dimension, aboveChance }) => `${dimension} ${aboveChance ? 'better' : 'no better'} than chance`,
  );
  return `On ${where}: ${told.join(', ')}.`;
}
