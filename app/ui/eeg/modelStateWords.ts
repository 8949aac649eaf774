import { formatClock } from '../format';
import type { EegModelRow } from './eegAnswers';
import { percentWords } from './scoreWords';

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

function digestWords({ scores, noBetterThanChance }: NonNullable<EegModelRow['digest']>): string {
  const told = scores.flatMap(({ dimension, accuracy }) =>
    accuracy ? [`${dimension} ${percentWords(accuracy.mean)} % right`] : [],
  );
  const where = scores.length > 0 ? ` on ${scores[0].leftOut}` : '';
  const worth = noBetterThanChance ? 'No better than chance' : 'Better than chance';
  return `${worth}${where}${told.length > 0 ? `: ${told.join(', ')}` : ''}.`;
}
