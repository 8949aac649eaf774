import { rateName, sameRate } from '@/ml/timeCode/frameRate';
import { rebaseFrames } from '@/ml/timeCode/gridSeconds';
import { sameLabel } from '@/ml/timeCode/sameLabel';
import type { Film } from './handedOver';
import type { Timeline, TimelineEvent, TimelineMarker } from './timeline';

/** What of a timeline lies where on a film, in frames of the film counted from its first. */
export interface OnFilm {
  events: TimelineEvent[];
  markers: TimelineMarker[];
  remarks: string[];
}

/** What of a film says where a timeline lies on it. */
type LaidOn = Pick<Film, 'rate' | 'startFrame' | 'lengthFrames'> & Partial<Pick<Film, 'dropFrame'>>;

/**
 * Lays a timeline on a film. One that knows its own start is laid from its first frame on; one that does not has time codes
 * of the film or, where all of them fit only so, counts from zero. Another rate keeps the seconds.
 *
 * @param film the frames of its start and length, at its rate
 */
export function onFilm(timeline: Timeline, film: LaidOn): OnFilm {
  const remarks = [...timeline.remarks];
  const frames = [
    ...timeline.events.map(({ recordIn }) => recordIn),
    ...timeline.markers.map(({ frame }) => frame),
  ];
  const origin = timeline.startFrame ?? unknownOrigin(frames, timeline, film);
  const at = (frame: number) => rebaseFrames(frame - origin, timeline.rate, film.rate);
  if (!sameRate(timeline.rate, film.rate)) {
    const rates = [timeline.rate, film.rate].map(rateName);
    remarks.push(`its rate is ${rates[0]}, the film's ${rates[1]}: places keep their seconds`);
  }
  const outside = frames.filter((frame) => at(frame) < 0 || at(frame) >= film.lengthFrames).length;
  if (outside > 0) remarks.push(`outside of the film: ${outside} of ${frames.length}`);
  return {
    events: timeline.events.map((event) => ({
      ...event,
      recordIn: at(event.recordIn),
      recordOut: at(event.recordOut),
    })),
    markers: timeline.markers.map((marker) => ({
      ...marker,
      frame: at(marker.frame),
      durationFrames: rebaseFrames(marker.durationFrames, timeline.rate, film.rate),
    })),
    remarks,
  };
}

/** The film's start, as the timeline's time codes have it; zero where the frames fit into the film only when counted from there. */
function unknownOrigin(frames: readonly number[], timeline: Timeline, film: LaidOn): number {
  const start = sameLabel(film.startFrame, { dropFrame: false, ...film }, timeline);
  const length = rebaseFrames(film.lengthFrames, film.rate, timeline.rate);
  const fits = (origin: number) => frames.every((frame) => frame >= origin && frame < origin + length);
  return !fits(start) && fits(0) ? 0 : start;
}
