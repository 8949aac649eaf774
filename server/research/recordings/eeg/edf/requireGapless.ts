import { fileFault } from '../../files/fileFault';
import type { EdfHeader } from './edfHeader';

const mostGapsShown = 3;
/** Times of records are written with few decimals. */
const leastGapSeconds = 0.001;

/**
 * Refuses records that do not follow one another in time: their samples would be taken for one stretch.
 *
 * @param starts when each record begins, in seconds
 * @throws AppError 'invalid', naming the first gaps by their times
 */
export function requireGapless(
  path: string,
  { recordSeconds, signals }: EdfHeader,
  starts: readonly (number | null)[],
): void {
  if (starts.length === 0 || starts.some((start) => start === null)) {
    const reason = 'it says that its records may lie apart (EDF+D) but not when each begins';
    throw fileFault('invalid', path, `${reason}: convert it to EDF+C`);
  }
  const times = starts as number[];
  const samples = signals.reduce((most, { samplesPerRecord }) => Math.max(most, samplesPerRecord), 1);
  const slack = Math.max(leastGapSeconds, recordSeconds / samples / 2);
  const gaps = times.flatMap((start, record) => {
    const end = record === 0 ? start : times[record - 1] + recordSeconds;
    return Math.abs(start - end) > slack ? [gapText(record, start, end)] : [];
  });
  if (gaps.length === 0) return;
  const shown = gaps.slice(0, mostGapsShown).join('; ');
  const more = gaps.length > mostGapsShown ? `; and ${gaps.length - mostGapsShown} more` : '';
  throw fileFault(
    'invalid',
    path,
    `its records do not follow one another: ${shown}${more}: cut it at its gaps`,
  );
}

function gapText(record: number, start: number, end: number): string {
  const [from, to] = [end, start].map((seconds) => Number(seconds.toFixed(4)));
  return start > end
    ? `a gap from ${from} to ${to} s before record ${record + 1}`
    : `record ${record + 1} begins at ${to} s, before the one ahead of it ends at ${from} s`;
}
