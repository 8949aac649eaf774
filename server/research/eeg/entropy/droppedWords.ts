import type { BadChannel } from '@/ml/eeg/cleaning/cleanedEeg';
import type { EntropyReport } from './entropyReport';

const reasons: Record<BadChannel['reason'], string> = {
  named: 'named as bad',
  flat: 'flat',
  noise: 'louder than the others',
  correlation: 'like none of the others',
};

/**
 * What was dropped of a recording, a sentence each; nothing is told as such. Sentences on single stretches are indented.
 *
 * @param mostStretches that are told one by one; the others are counted
 */
export function droppedWords(
  { bad, rejected, windows, otherChannels }: EntropyReport,
  mostStretches = Infinity,
): string[] {
  const total = rejected.reduce((sum, { startSeconds, endSeconds }) => sum + endSeconds - startSeconds, 0);
  return [
    ...(otherChannels.length > 0 ? [`channels that are no EEG: ${otherChannels.join(', ')}`] : []),
    ...(bad.length === 0 ? ['no bad channel'] : bad.map(badWords)),
    rejected.length === 0
      ? 'no stretch rejected'
      : `${rejected.length} ${rejected.length === 1 ? 'stretch' : 'stretches'} rejected, ${seconds(total)} s together`,
    ...rejected.slice(0, mostStretches).map(stretchWords),
    ...(rejected.length > mostStretches
      ? [`  and ${rejected.length - mostStretches} more (--json tells all)`]
      : []),
    `${windows.rejected} of ${windows.all} windows rejected`,
  ];
}

function badWords({ channel, reason, measured, limit, outcome }: BadChannel): string {
  const told =
    measured === null || limit === null ? '' : ` (${measured.toPrecision(3)}, at most ${limit} is usual)`;
  return `bad channel ${channel}: ${reasons[reason]}${told}; ${outcome}`;
}

function stretchWords({
  startSeconds,
  endSeconds,
  channel,
  peakToPeakMicrovolts,
}: EntropyReport['rejected'][number]) {
  return `  ${seconds(startSeconds)} to ${seconds(endSeconds)} s: ${channel} moved by ${peakToPeakMicrovolts.toFixed(0)} µV within a second`;
}

const seconds = (value: number): string => String(Number(value.toFixed(2)));
