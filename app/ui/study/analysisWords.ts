import { formatClock, formatCount } from '../format';
import type { AnalysisSummary } from './studyAnswers';

/** The question that each kind of analysis answers. */
export const questions: Record<AnalysisSummary['kind'], string> = {
  coupling: 'Which sounds go with what people felt?',
  encoding: 'Where is it in the brain?',
  leadLag: 'Who leads: the brain or the feeling?',
  intersubject: 'Do brains move together?',
};

/** How far an analysis is that is under way. */
function runningWords({ progress, secondsLeft }: AnalysisSummary): string {
  const left = secondsLeft === null || secondsLeft < 1 ? '' : `, about ${formatClock(secondsLeft)} left`;
  return `${Math.round(100 * progress)} %${left}`;
}

/** How an analysis stands that has no answer yet, where its question is seen already. */
export function progressWords(analysis: AnalysisSummary): string {
  if (analysis.state === 'queued') return 'Waiting.';
  return analysis.state === 'cancelled' ? 'Cancelled.' : runningWords(analysis);
}

/** How an analysis stands, in a line: its progress, its failure, or the most telling thing it found. */
export function stateWords(analysis: AnalysisSummary): string {
  const { state, failure, digest, kind } = analysis;
  switch (state) {
    case 'queued':
      return `${questions[kind]} Waiting.`;
    case 'running':
      return `${questions[kind]} ${runningWords(analysis)}`;
    case 'failed':
      return failure ?? 'failed';
    case 'cancelled':
      return `${questions[kind]} Cancelled.`;
    case 'done': {
      const found = digest ? `${questions[kind]} ${digestWords(digest)}` : questions[kind];
      return digest?.brought ? `${found} (brought)` : found;
    }
  }
}

/** What a reader must know of an analysis that came with an exported study; null for one that was computed here. */
export function broughtWords({ digest, spec }: Pick<AnalysisSummary, 'digest' | 'spec'>): string | null {
  if (!digest?.brought) return null;
  const { file, program, otherInputs } = digest.brought;
  const others =
    otherInputs === 0
      ? ''
      : ` ${formatCount(otherInputs, 'series', 'series')} that it was computed from ${otherInputs === 1 ? 'is another one' : 'are other ones'} in this study.`;
  return `Brought with an exported study (${file}): computed by Circumplex ${program} with seed ${spec.plan.seed}, and kept as it was.${others}`;
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
