import type { FilmCut } from './newCut';
import type { NewFilm } from './recutProject';

/** A cut that was read, and what is known of its film. */
export interface ReadCut {
  cut: FilmCut;
  film?: NewFilm;
}
