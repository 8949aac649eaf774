import { analysisKind } from '../../analysis/analysisKind';
import { onFilm, type OnFilm } from './onFilm';
import { readTimeline } from './read/readTimeline';
import type { Timeline } from './timeline';

/** A timeline or a list of markers, and the film that it is of as far as that is known. */
export interface TimelineQuestion {
  name: string;
  bytes: Uint8Array;
  options: Parameters<typeof readTimeline>[2];
  film: Parameters<typeof onFilm>[1] | null;
}

/** A timeline as a page gets it; `laid` says where it lies on the film that the page told of, and is null without one. */
export interface DescribedTimeline {
  timeline: Timeline;
  laid: OnFilm | null;
}

/** Reads a timeline and lays it on its film. Throws AppError as `readTimeline` does. */
export function layTimeline({ name, bytes, options, film }: TimelineQuestion): DescribedTimeline {
  const timeline = readTimeline(name, Buffer.from(bytes), options);
  return { timeline, laid: film && onFilm(timeline, film) };
}

/** The same in a process of its own: a long one takes seconds. */
export const layTimelineApart = analysisKind<TimelineQuestion, DescribedTimeline>('lay-timeline');
