'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { formatCount } from '@/app/ui/format';
import type { FilmBench } from '../../project/filmBench';
import type { OpenedFilm } from '@/app/ui/film/file/openedFilm';
import { findCuts } from './lookAtPicture';

/** A search for the cuts of a film, which goes on whatever is looked at meanwhile. */
export interface CutSearch {
  /** How far it is, from 0 to 1; null where none goes on. */
  fraction: number | null;
  /** How the last one ended, in words; null before the first. */
  told: { words: string; failed: boolean } | null;
  /** Null without a film. */
  start: (() => void) | null;
  stop: () => void;
}

/** As many cuts as a project holds. */
const mostCuts = 50_000;

/** Finds the cuts of a film from its picture, and gives them to the project. */
export function useCutSearch(edit: FilmBench['edit'], film: OpenedFilm | null): CutSearch {
  const [fraction, setFraction] = useState<number | null>(null);
  const [told, setTold] = useState<CutSearch['told']>(null);
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), [film]);
  const start = useCallback(() => {
    if (!film) return;
    const { signal } = (leaving.current = new AbortController());
    const end = (words: string, failed = false) => {
      setFraction(null);
      setTold({ words, failed });
    };
    setFraction(0);
    findCuts(film, { signal, onProgress: setFraction }).then(
      (cuts) => {
        edit((now) => ({
          ...now,
          cuts: cuts.filter((cut) => cut < now.film.lengthFrames).slice(0, mostCuts),
        }));
        end(`Found ${formatCount(cuts.length, 'cut')}.`);
      },
      (error: unknown) =>
        signal.aborted ? end('Stopped.') : end(error instanceof Error ? error.message : String(error), true),
    );
  }, [film, edit]);
  const stop = useCallback(() => leaving.current?.abort(), []);
  return { fraction, told, start: film && start, stop };
}
