import { countedRate, rateHz } from '@/ml/timeCode/frameRate';
import { frameOf, framesPerDay, parseTimeCode, timeCodeOf } from '@/ml/timeCode/timeCode';
import type { FilmTime } from './filmTime';
import type { TimeView } from './timeView';

/** A frame that the ruler names. */
export interface RulerTick {
  frame: number;
  label: string;
}

const frameSteps = [1, 2, 5, 10];
const secondSteps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600];

/** Frames with round time codes within a view, at most `most` of them. */
export function rulerTicks(film: FilmTime, view: TimeView, most: number): RulerTick[] {
  const frames = view.span * rateHz(film.rate);
  const counted = countedRate(film.rate);
  const fineStep = frameSteps.find((step) => step < counted && frames / step <= most);
  const ticks = fineStep ? fineTicks(film, view, fineStep) : secondTicks(film, view, most);
  const first = view.from * rateHz(film.rate);
  const isInSight = (frame: number) => frame > first - 1 && frame <= first + frames;
  return ticks.filter(({ frame }) => frame >= 0 && frame < film.lengthFrames && isInSight(frame));
}

/** Frames whose number within the second is a multiple of a step. */
function fineTicks(film: FilmTime, { from, span }: TimeView, step: number): RulerTick[] {
  const hertz = rateHz(film.rate);
  const first = Math.floor(from * hertz);
  const count = Math.ceil(span * hertz) + 1;
  return Array.from({ length: count }, (_, index) => tickOf(film, first + index)).filter(
    ({ label }) => Number(label.slice(9)) % step === 0,
  );
}

function secondTicks(film: FilmTime, { from, span }: TimeView, most: number): RulerTick[] {
  const step = secondSteps.find((seconds) => span / seconds <= most) ?? 3600 * Math.ceil(span / 3600 / most);
  const first = Math.floor(labelSeconds(film, from) / step) * step;
  const count = Math.ceil(span / step) + 2;
  return Array.from({ length: count }, (_, index) => tickOf(film, frameOfSecond(film, first + index * step)));
}

const tickOf = (film: FilmTime, frame: number): RulerTick => ({
  frame,
  label: timeCodeOf(film.startFrame + frame, film),
});

/** The whole second of time code at a time of the film. */
function labelSeconds(film: FilmTime, seconds: number): number {
  const frame = film.startFrame + Math.floor(seconds * rateHz(film.rate));
  const days = Math.floor(frame / framesPerDay(film));
  const parts = parseTimeCode(timeCodeOf(frame, film));
  if (!parts) throw new RangeError(`invalid frame: ${frame} (has no time code)`);
  return days * 86_400 + parts.hours * 3600 + parts.minutes * 60 + parts.seconds;
}

/** The film's frame at which a second of time code begins; where its first labels are dropped, at the next there is. */
function frameOfSecond(film: FilmTime, labelled: number): number {
  const days = Math.floor(labelled / 86_400);
  const second = labelled - days * 86_400;
  const [hours, minutes, seconds] = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60];
  const isDropped = film.dropFrame && seconds === 0 && minutes % 10 !== 0;
  const frames = isDropped ? countedRate(film.rate) / 15 : 0;
  const frame = frameOf({ hours, minutes, seconds, frames, dropMarked: film.dropFrame }, film);
  return days * framesPerDay(film) + frame - film.startFrame;
}
