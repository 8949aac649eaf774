'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { FilmBench } from '../project/filmBench';
import type { FilmProject } from '@/app/ui/film/filmProject';
import { differenceWords, isFilmOf, withFilm, withFirstFilm } from './adoptFilm';
import { filmsAtHand } from '@/app/ui/film/file/filmsAtHand';
import { useCutSearch, type CutSearch } from './frames/useCutSearch';
import { openFilm } from '@/app/ui/film/file/openFilm';
import type { OpenedFilm } from '@/app/ui/film/file/openedFilm';

/** The film's file beside a project, and what is done with it. */
export interface FilmFile {
  /** The project's film, counted as the project counts; null until its file is opened. */
  film: OpenedFilm | null;
  /** A file that was opened and is not the one of the project, with the difference in words. */
  other: { film: OpenedFilm; words: string } | null;
  /** How far a file is read, from 0 to 1; null where none is. */
  opening: { name: string; fraction: number } | null;
  /** Why a file was not opened, in words. */
  refusal: string | null;
  open: (file: File) => void;
  /** Takes the other film as the project's own; its work is kept as far as the film goes. */
  takeOther: () => void;
  /** Puts the opened file away. */
  putAway: () => void;
  /** Goes on whatever the page shows meanwhile. */
  cutSearch: CutSearch;
}

interface Reading {
  opened: OpenedFilm | null;
  opening: FilmFile['opening'];
  refusal: string | null;
}

/** Opens the file of a project's film. A project without a file takes the first one that is opened. */
export function useOpenedFilm({ projectId, project, edit }: FilmBench): FilmFile {
  const [{ opened, opening, refusal }, setReading] = useState<Reading>(() => ({
    ...{ opened: filmsAtHand.get(projectId), opening: null, refusal: null },
  }));
  const reading = useRef<AbortController | null>(null);
  useEffect(() => () => reading.current?.abort(), []);
  const open = useCallback(
    (file: File) => {
      reading.current?.abort();
      const { signal } = (reading.current = new AbortController());
      const opening = (fraction: number) =>
        setReading((now) => ({ ...now, refusal: null, opening: { name: file.name, fraction } }));
      opening(0);
      openFilm(file, { signal, onProgress: opening }).then(
        ({ film, refusal }) => {
          if (film) {
            filmsAtHand.put(projectId, film);
            edit((now) => withFirstFilm(now, film));
          }
          setReading((now) => ({
            ...{ opened: film ?? now.opened, opening: null, refusal: refusal ?? null },
          }));
        },
        // Only whoever leaves, or opens another file, ends the reading.
        () => undefined,
      );
    },
    [projectId, edit],
  );
  const takeOther = useCallback(() => {
    if (opened) edit((now) => withFilm(now, opened));
  }, [opened, edit]);
  const putAway = useCallback(() => {
    filmsAtHand.remove(projectId);
    setReading({ opened: null, opening: null, refusal: null });
  }, [projectId]);
  const own = opened !== null && isFilmOf(project.film, opened) ? opened : null;
  const film = useCountedFilm(own, project.film);
  const cutSearch = useCutSearch(edit, film);
  return {
    ...{ film, opening, refusal, open, takeOther, putAway, cutSearch },
    other: opened && !own ? { film: opened, words: differenceWords(project, opened) } : null,
  };
}

/** A film whose frames are counted as its project counts them, which may be told otherwise than its file does. */
function useCountedFilm(
  film: OpenedFilm | null,
  { rate, lengthFrames }: FilmProject['film'],
): OpenedFilm | null {
  const { numerator, denominator } = rate;
  return useMemo(
    () => film && { ...film, rate: { numerator, denominator }, lengthFrames },
    [film, numerator, denominator, lengthFrames],
  );
}
