import type { FilmMarker } from '@/app/ui/film/filmProject';

/** Markers in order of their frames, and the place of the one that was put there. */
export interface PlacedMarker {
  markers: FilmMarker[];
  place: number;
}

/** Puts a marker among others. */
export function placeMarker(others: readonly FilmMarker[], marker: FilmMarker): PlacedMarker {
  const markers = [...others, marker].toSorted((one, other) => one.frame - other.frame);
  return { markers, place: markers.indexOf(marker) };
}

/** A marker without a name yet. */
export const newMarker = (frame: number): FilmMarker => ({
  ...{ frame, name: '', note: '' },
  ...{ durationFrames: 0, colour: null },
});
