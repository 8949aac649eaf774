import { countedRate, mayDropFrames, type FrameRate } from './frameRate';

/** How a timeline counts: its rate, and whether labels are dropped to keep up with the clock on the wall. */
export interface FrameCount {
  rate: FrameRate;
  dropFrame: boolean;
}

/** The four numbers of a time code as it is written. */
export interface TimeCodeParts {
  hours: number;
  minutes: number;
  seconds: number;
  frames: number;
  /** True where its last mark is not a colon, by which dropped frames are written: 01:00:00;02. */
  dropMarked: boolean;
}

/**
 * Labels dropped at the beginning of each minute but each tenth: 2 at 29.97, 4 at 59.94 (SMPTE ST 12-1, ST 12-3).
 *
 * @throws RangeError where the rate knows no dropped frames
 */
function droppedLabels({ rate, dropFrame }: FrameCount): number {
  if (!dropFrame) return 0;
  if (!mayDropFrames(rate)) {
    throw new RangeError(
      `invalid dropFrame: true (labels are dropped at 29.97 and 59.94 only, not at ${rate.numerator}/${rate.denominator})`,
    );
  }
  return countedRate(rate) / 15;
}

/** Frames in the 24 hours after which time code begins again. Throws RangeError as `timeCodeOf` does. */
export function framesPerDay(count: FrameCount): number {
  return 24 * 6 * framesPerTenMinutes(countedRate(count.rate), droppedLabels(count));
}

function framesPerTenMinutes(counted: number, dropped: number): number {
  return 600 * counted - 9 * dropped;
}

/**
 * The label of a frame counted from 00:00:00:00: "01:00:00:00", "01:00:00;00" with dropped frames. Before zero and past
 * midnight it goes round the clock, as time code does.
 *
 * @param frame a whole number
 * @throws RangeError where labels are to be dropped at a rate that knows none, and for a broken frame
 */
export function timeCodeOf(frame: number, count: FrameCount): string {
  if (!Number.isSafeInteger(frame)) throw new RangeError(`invalid frame: ${frame} (a whole number)`);
  const day = framesPerDay(count);
  const label = withDropped(((frame % day) + day) % day, count);
  const counted = countedRate(count.rate);
  const seconds = Math.floor(label / counted);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits);
  return `${clock.join(':')}${count.dropFrame ? ';' : ':'}${twoDigits(label % counted)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** The frame's place among all labels, those that are dropped included. */
function withDropped(frame: number, count: FrameCount): number {
  const counted = countedRate(count.rate);
  const dropped = droppedLabels(count);
  const tenMinutes = framesPerTenMinutes(counted, dropped);
  const within = frame % tenMinutes;
  // The first minute of ten keeps all of its labels.
  const minutes = Math.max(0, Math.floor((within - dropped) / (60 * counted - dropped)));
  return frame + 9 * dropped * Math.floor(frame / tenMinutes) + dropped * minutes;
}

const written = /^(\d{1,2})[:;](\d{2})[:;](\d{2})([:;.,])(\d{2,3})$/;

/** A time code's numbers, such as of "01:00:59;28"; null for anything else. Ranges are not looked at. */
export function parseTimeCode(text: string): TimeCodeParts | null {
  const match = written.exec(text.trim());
  if (!match) return null;
  const [hours, minutes, seconds, frames] = [match[1], match[2], match[3], match[5]].map(Number);
  return { hours, minutes, seconds, frames, dropMarked: match[4] !== ':' };
}

/**
 * The frame of a label, counted from 00:00:00:00. `count` decides whether labels are dropped, not the marks in the text:
 * editing programs write colons and mean drop frame.
 *
 * @param label the text, or its numbers
 * @throws RangeError for what is no time code, numbers out of range, labels that are dropped, and as `timeCodeOf`
 */
export function frameOf(label: string | TimeCodeParts, count: FrameCount): number {
  const parts = typeof label === 'string' ? parseTimeCode(label) : label;
  if (!parts) throw new RangeError(`invalid time code: ${shown(label)} (hh:mm:ss:ff is expected)`);
  const counted = countedRate(count.rate);
  const { hours, minutes, seconds, frames } = parts;
  if (hours > 23 || minutes > 59 || seconds > 59 || frames >= counted) {
    throw new RangeError(`invalid time code: ${shown(label)} (below 24:00:00:00, frames below ${counted})`);
  }
  const dropped = droppedLabels(count);
  if (frames < dropped && seconds === 0 && minutes % 10 !== 0) {
    throw new RangeError(`invalid time code: ${shown(label)} (drop frame leaves this label out)`);
  }
  const allMinutes = hours * 60 + minutes;
  return (
    (allMinutes * 60 + seconds) * counted + frames - dropped * (allMinutes - Math.floor(allMinutes / 10))
  );
}

function shown(label: string | TimeCodeParts): string {
  if (typeof label === 'string') return label.length > 40 ? `${label.slice(0, 40)}…` : label;
  const { hours, minutes, seconds, frames, dropMarked } = label;
  return `${[hours, minutes, seconds].map(twoDigits).join(':')}${dropMarked ? ';' : ':'}${twoDigits(frames)}`;
}
