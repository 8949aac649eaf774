import { closeFilm } from './openFilm';
import type { OpenedFilm } from './openedFilm';

/** Films that were opened since the page was loaded, by their projects: who comes back need not open them again. */
const films = new Map<number, OpenedFilm>();

export const filmsAtHand = {
  get: (projectId: number): OpenedFilm | null => films.get(projectId) ?? null,
  /** Keeps a film; the one that was open for the project before is closed. */
  put(projectId: number, film: OpenedFilm): void {
    filmsAtHand.remove(projectId);
    films.set(projectId, film);
  },
  remove(projectId: number): void {
    const film = films.get(projectId);
    if (film) closeFilm(film);
    films.delete(projectId);
  },
};
