'use client';

import { useMemo, useState } from 'react';
import { secondsOf } from '@/ml/timeCode/gridSeconds';
import { lengthSecondsOf, type FilmTime } from './filmTime';
import {
  heldView,
  revealedView,
  scrolledView,
  wholeView,
  zoomedView,
  type TimeView,
  type ViewBounds,
} from './timeView';

/** Nearest, this many frames fill the timeline. */
const fewestFrames = 12;

/** What of the film the timeline shows, and what changes it. */
export interface ViewState {
  view: TimeView;
  bounds: ViewBounds;
  /** Nearer by a factor over 1; what lies at a share of the view stays there. */
  zoom: (factor: number, share: number) => void;
  /** On by a share of what is in sight. */
  scroll: (share: number) => void;
  scrollTo: (fromSeconds: number) => void;
  fit: () => void;
  /** Brings a time in sight. */
  reveal: (seconds: number) => void;
}

/** The view of a film: all of it to begin with. */
export function useTimeView(film: FilmTime): ViewState {
  const [kept, setKept] = useState<TimeView | null>(null);
  const lengthSeconds = lengthSecondsOf(film);
  const leastSpan = secondsOf(fewestFrames, film.rate);
  return useMemo(() => {
    const bounds = { lengthSeconds, leastSpan };
    const held = (view: TimeView | null) => (view ? heldView(view, bounds) : wholeView(bounds));
    const change = (make: (view: TimeView) => TimeView) => setKept((view) => make(held(view)));
    return {
      ...{ view: held(kept), bounds },
      zoom: (factor, share) => change((view) => zoomedView(view, { factor, share }, bounds)),
      scroll: (share) => change((view) => scrolledView(view, share, bounds)),
      scrollTo: (from) => change((view) => heldView({ ...view, from }, bounds)),
      fit: () => setKept(null),
      reveal: (seconds) => change((view) => revealedView(view, seconds, bounds)),
    };
  }, [kept, lengthSeconds, leastSpan]);
}
