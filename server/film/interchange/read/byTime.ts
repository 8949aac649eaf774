import type { TimelineMarker } from '../timeline';

/** Markers in order of time; those of one frame keep their order. */
export function byTime(markers: TimelineMarker[]): TimelineMarker[] {
  return markers.toSorted((a, b) => a.frame - b.frame);
}
