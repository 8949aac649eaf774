import { countedRate, rateHz } from '@/ml/timeCode/frameRate';
import { secondsOf } from '@/ml/timeCode/gridSeconds';
import { frameOf, timeCodeOf, type FrameCount } from '@/ml/timeCode/timeCode';

/** How a film counts, and how long it is. */
export interface FilmTime extends FrameCount {
  /** The time code of its first frame, as frames counted from 00:00:00:00. */
  startFrame: number;
  lengthFrames: number;
}

export const lengthSecondsOf = ({ lengthFrames, rate }: FilmTime): number => secondsOf(lengthFrames, rate);

/** The time code of a frame of the film. */
export const codeOf = (film: FilmTime, frame: number): string => timeCodeOf(film.startFrame + frame, film);

/** A frame brought within the film. */
export const heldFrame = ({ lengthFrames }: FilmTime, frame: number): number =>
  Math.min(lengthFrames - 1, Math.max(0, frame));

/** The frame that is shown at a time; at its very beginning also where that was rounded. */
export function frameUnder(film: FilmTime, seconds: number): number {
  return heldFrame(film, Math.floor(seconds * rateHz(film.rate) + 1e-6));
}

const relative = /^([+\u2212-])\s*(\d{1,7})$/;
const fields = /^\d{1,2}([:;.]\d{1,2}){0,3}$/;

/**
 * The frame that is meant by what was typed: a time code (01:02:03:04; filled up from the left where it is shorter, also
 * without marks), or frames on or back from where one is (+12, -12).
 *
 * @throws RangeError naming what was typed, and for a place outside of the film
 */
export function typedFrame(text: string, film: FilmTime, from: number): number {
  const typed = text.trim();
  const by = relative.exec(typed);
  const frame = by
    ? from + Number(by[2]) * (by[1] === '+' ? 1 : -1)
    : frameOf(wholeCode(typed), film) - film.startFrame;
  if (by) return heldFrame(film, frame);
  if (frame >= 0 && frame < film.lengthFrames) return frame;
  const [first, last] = [codeOf(film, 0), codeOf(film, film.lengthFrames - 1)];
  throw new RangeError(`invalid time code: ${typed} (the film runs from ${first} to ${last})`);
}

/** Four pairs of digits: "304" is 00:00:03:04. */
function wholeCode(typed: string): string {
  const bare = /^\d{3,8}$/.test(typed);
  if (!bare && !fields.test(typed))
    throw new RangeError(`invalid time code: ${typed.slice(0, 40)} (01:02:03:04, or +12 for frames on)`);
  const parts = bare ? (typed.padStart(8, '0').match(/../g) ?? []) : typed.split(/[:;.]/);
  const whole = [...Array<string>(4 - parts.length).fill('0'), ...parts];
  return whole.map((part) => part.padStart(2, '0')).join(':');
}

/** How many frames a second of time code counts, by which one goes a second on. */
export const framesOfSecond = ({ rate }: FilmTime): number => countedRate(rate);
