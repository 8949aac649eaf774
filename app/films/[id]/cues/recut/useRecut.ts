'use client';

import { useState } from 'react';
import type { OpenedFilm } from '@/app/ui/film/file/openedFilm';

/** Whether a new cut is at hand, and the opened film that may be it. */
export interface RecutState {
  isOpen: boolean;
  film: OpenedFilm | null;
  /** Begins with a film that is another cut, or with null to be told by files. */
  open: (film: OpenedFilm | null) => void;
  close: () => void;
}

/** Of the dialog that moves a project to a new cut; whoever finds that a film is another cut opens it. */
export function useRecut(): RecutState {
  const [{ isOpen, film }, setState] = useState<{ isOpen: boolean; film: OpenedFilm | null }>(closed);
  return {
    ...{ isOpen, film },
    open: (opened) => setState({ isOpen: true, film: opened }),
    close: () => setState(closed),
  };
}

const closed = { isOpen: false, film: null };
