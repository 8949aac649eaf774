import type { Shot } from '@/ml/film/recut/shot';
import { type FrameRate, sameRate } from '@/ml/timeCode/frameRate';
import { rebaseFrames } from '@/ml/timeCode/gridSeconds';
import type { Timeline, TimelineEvent } from '@/server/film/interchange/timeline';
import type { FilmCut } from './newCut';

/** What of a film a timeline is laid on. */
interface LaidOn {
  rate: FrameRate;
  startFrame: number;
}

/** Reels of this name stand for no tape in particular. */
const noReel = new Set(['AX', 'BL', '']);

/**
 * The shots of a timeline's first picture track, in frames of the film from the timeline's first; null where it has no
 * picture. A gap is a shot of nothing. A timeline that does not tell its start begins with the film's start time code where
 * its first event is no more than an hour later, else with that event.
 */
export function cutOfTimeline(timeline: Timeline, film: LaidOn): FilmCut | null {
  const events = pictureEvents(timeline);
  if (events.length === 0) return null;
  const origin = timeline.startFrame ?? likelyStart(events[0].recordIn, timeline.rate, film);
  const at = (frame: number) => Math.max(0, rebaseFrames(frame - origin, timeline.rate, film.rate));
  const shots: Shot[] = [];
  for (const event of events) {
    const from = shots.at(-1)?.end ?? 0;
    const [start, end] = [Math.max(from, at(event.recordIn)), at(event.recordOut)];
    if (end <= start) continue;
    if (start > from) shots.push({ start: from, end: start, source: { id: 'nothing', start: 0 } });
    shots.push({ start, end, ...sourceOf(event, timeline.rate, film.rate) });
  }
  return shots.length === 0 ? null : { shots, lengthFrames: shots.at(-1)!.end };
}

/** The events of the picture track that has most of them, in order. */
function pictureEvents({ events }: Timeline): TimelineEvent[] {
  const pictures = events.filter(({ kind, enabled }) => kind === 'video' && enabled);
  const tracks = [...new Set(pictures.map(({ track }) => track))];
  const most = tracks
    .map((name) => pictures.filter(({ track }) => track === name))
    .reduce<TimelineEvent[]>((best, each) => (each.length > best.length ? each : best), []);
  return most.toSorted((a, b) => a.recordIn - b.recordIn);
}

function likelyStart(firstIn: number, rate: FrameRate, film: LaidOn): number {
  const start = rebaseFrames(film.startFrame, film.rate, rate);
  const hour = Math.round((3600 * rate.numerator) / rate.denominator);
  return start <= firstIn && firstIn - start < hour ? start : firstIn;
}

/** The footage that an event shows; nothing where the format does not tell from where on. */
function sourceOf(event: TimelineEvent, rate: FrameRate, filmRate: FrameRate): Pick<Shot, 'source'> {
  const { reel, name, sourceIn, speed } = event;
  const footage = reel !== null && !noReel.has(reel) ? reel : name;
  if (sourceIn === null || footage === '') return {};
  const start = sameRate(rate, filmRate) ? sourceIn : rebaseFrames(sourceIn, rate, filmRate);
  return { source: { id: speed === 1 ? footage : `${footage} at ${speed ?? 'changing'} speed`, start } };
}
