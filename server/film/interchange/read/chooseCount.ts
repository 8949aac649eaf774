import { countedRate, mayDropFrames, rateName, type FrameRate } from '@/ml/timeCode/frameRate';
import type { FrameCount, TimeCodeParts } from '@/ml/timeCode/timeCode';
import type { Timeline } from '../timeline';
import type { TimelineFile } from './timelineFile';

/** How a file counts, and from where that is known. */
export type ChosenCount = FrameCount & Pick<Timeline, 'rateFrom' | 'remarks'>;

/** Rates that a file without one can be of: the lowest whose labels hold its largest frame number. */
const guesses: FrameRate[] = [24, 25, 30, 50, 60, 120].map((numerator) => ({ numerator, denominator: 1 }));
const droppingGuesses: FrameRate[] = [30, 60, 120].map((counted) => ({
  numerator: counted * 1000,
  denominator: 1001,
}));

/**
 * How a file counts its frames whose format tells no rate: as the film, or, without one, by its largest frame number.
 * Whether labels are dropped says, in this order: the file's own word, marks other than colons, the film.
 *
 * @param labels every time code of the file
 * @param stated what the file says of dropped frames; null where it says nothing
 * @throws AppError 'invalid' where it drops frames and the film's rate knows no such thing
 */
export function chooseCount(
  file: TimelineFile,
  labels: readonly TimeCodeParts[],
  stated: boolean | null = null,
): ChosenCount {
  const marked = labels.some(({ dropMarked }) => dropMarked);
  const dropFrame = stated ?? (marked || file.film.dropFrame === true);
  const { rate: given } = file.film;
  if (given)
    return { rate: given, dropFrame: checkedDrop(file, given, dropFrame), rateFrom: 'given', remarks: [] };
  const rate = guessRate(file, labels, dropFrame);
  const remark = `no rate in the file: counted at ${rateName(rate)} by its largest frame number`;
  return { rate, dropFrame, rateFrom: 'guessed', remarks: [remark] };
}

function checkedDrop(file: TimelineFile, rate: FrameRate, dropFrame: boolean): boolean {
  if (dropFrame && !mayDropFrames(rate)) {
    throw file.fault(
      'invalid',
      `it counts in drop frame, which there is at 29.97 and 59.94, not at ${rateName(rate)}: give the rate of its timeline`,
    );
  }
  return dropFrame;
}

function guessRate(file: TimelineFile, labels: readonly TimeCodeParts[], dropFrame: boolean): FrameRate {
  const largest = labels.reduce((most, { frames }) => Math.max(most, frames), 0);
  const found = (dropFrame ? droppingGuesses : guesses).find((rate) => countedRate(rate) > largest);
  if (!found)
    throw file.fault('unreadable', `frame number ${largest} is beyond every rate: is it a time code?`);
  return found;
}
