import { formatClock, formatCount } from '../format';
import type { AnalysisSummary } from './studyAnswers';

/** The question that each kind of analysis answers. */
export const questions: Record<AnalysisSummary['kind'], string> = {
  coupling: 'Which sounds go with what people felt?',
  encoding: 'Where is it in the brain?',
  leadLag: 'Who leads: the brain or the feeling?',
  intersubject: 'Do brains move together?',
};

/** How an analysis stands, in a line: its question and progress, its failure, or the most telling thing it found. */
export function stateWords(analysis: AnalysisSummary): string {
  const { state, failure, digest, kind } = analysis;
  switch (state) {
    case 'queued':
    case 'running':
    case 'cancelled':
      return `${questions[kind]} ${progressWords(analysis)}`;
    case 'failed':
      return failure ?? 'failed';
    case 'done':
      return digest ? `${questions[kind]} ${digestWords(digest)}` : questions[kind];
  }
}

/** How far an analysis is that has no answer yet. */
export function progressWords({ state, progress, secondsLeft }: AnalysisSummary): string {
  if (state === 'queued') return 'Waiting.';
  if (state === 'cancelled') return 'Cancelled.';
  const left = secondsLeft === null || secondsLeft < 1 ? '' : `, about ${formatClock(secondsLeft)} left`;
  return `${Math.round(100 * progress)} %${left}`;
}

function digestWords({ best, significant, targets }: NonNullable<AnalysisSummary['digest']>): string {
  const found =
    significant === null ? '' : `${significant} of ${formatCount(targets, 'region')} significant; `;
  if (best === null) return found;
  const strongest = targets > 0 && found !== '' ? `${found}strongest` : 'Strongest';
  return `${strongest}: ${best.name}, ${formatStatistic(best.value)}${best.p === null ? '' : `, ${formatProbability(best.p)}`}`;
}

/** A statistic to three places, with a true minus: "0.213", "−0.004". */
export const formatStatistic = (value: number, places = 3): string =>
  value.toFixed(places).replace('-', '\u2212');

/** A probability as papers write it: "p = .012", "p < .001". */
export function formatProbability(p: number): string {
  // No line is broken within it.
  return p < 0.001 ? 'p\u00a0<\u00a0.001' : `p\u00a0=\u00a0${p.toFixed(3).replace(/^0/, '')}`;
}
