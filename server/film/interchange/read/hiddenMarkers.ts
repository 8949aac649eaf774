import type { TimelineMarker } from '../timeline';

/** What to say of markers that their program hides, if there are any. */
export function hiddenMarkers(markers: readonly TimelineMarker[]): string[] {
  const hidden = markers.filter(({ isSeen }) => !isSeen).length;
  return hidden > 0 ? [`markers outside of what their clips show: ${hidden}`] : [];
}
