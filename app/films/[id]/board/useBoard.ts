'use client';

import { useCallback, useMemo, useState } from 'react';
import { nearestFrame, secondsOf } from '@/ml/timeCode/gridSeconds';
import { useElementWidth } from '@/app/ui/useElementWidth';
import type { FilmBench } from '../project/filmBench';
import type { Transport } from '../playing/transport';
import { lengthSecondsOf, type FilmTime } from './time/filmTime';
import { snapped } from './time/snapping';
import type { RangeState } from './time/useRange';
import { useTimeView, type ViewState } from './time/useTimeView';

/** What is worked on beside cues, by its place in the project. */
type Selection = { kind: 'marker' | 'stretch'; place: number } | null;

interface SnapOptions {
  /** Alt is held: snaps to nothing. */
  isFree: boolean;
  /** What is moved itself, in seconds. */
  except?: number;
}

/** What the parts of the board share. */
export interface Board {
  bench: FilmBench;
  transport: Transport;
  film: FilmTime;
  lengthSeconds: number;
  viewState: ViewState;
  /** The box that lanes fill, once it is there, and its width in CSS pixels. */
  surface: HTMLDivElement | null;
  setSurface: (surface: HTMLDivElement | null) => void;
  width: number;
  range: RangeState;
  selection: Selection;
  select: (selection: Selection) => void;
  /** The marker whose name is asked for, by its place. */
  naming: number | null;
  setNaming: (place: number | null) => void;
  /** A time, or the cut, marker or playhead that is within a few pixels of it. */
  snap: (seconds: number, options: SnapOptions) => number;
}

const snapPixels = 8;

/** The board of a bench. */
export function useBoard({ bench, transport, range }: Pick<Board, 'bench' | 'transport' | 'range'>): Board {
  const { film } = bench.project;
  const viewState = useTimeView(film);
  const [surface, setSurface] = useState<HTMLDivElement | null>(null);
  const width = useElementWidth(surface);
  const [selection, select] = useState<Selection>(null);
  const [naming, setNaming] = useState<number | null>(null);
  const snap = useSnap({
    bench,
    transport,
    reachSeconds: (snapPixels * viewState.view.span) / Math.max(1, width),
  });
  return {
    ...{ bench, transport, film, viewState, surface, setSurface, width, range },
    ...{ selection, select, naming, setNaming, snap },
    lengthSeconds: lengthSecondsOf(film),
  };
}

interface SnapParts {
  bench: FilmBench;
  transport: Transport;
  reachSeconds: number;
}

function useSnap({ bench, transport, reachSeconds }: SnapParts): Board['snap'] {
  const { cuts, markers, film } = bench.project;
  const { rate } = film;
  const cutSeconds = useMemo(() => cuts.map((cut) => secondsOf(cut, rate)), [cuts, rate]);
  const markerSeconds = useMemo(
    () => markers.map(({ frame }) => secondsOf(frame, rate)).toSorted((one, other) => one - other),
    [markers, rate],
  );
  return useCallback(
    (seconds, { isFree, except }) => {
      if (isFree) return seconds;
      const playhead = secondsOf(transport.getState().frame, rate);
      const markersThere =
        except === undefined ? markerSeconds : markerSeconds.filter((time) => time !== except);
      return snapped(seconds, [cutSeconds, markersThere, [playhead]], reachSeconds);
    },
    [transport, rate, cutSeconds, markerSeconds, reachSeconds],
  );
}

/** The frame that is nearest to a time, within the film, its end included. */
export function nearestEdge({ film }: Pick<Board, 'film'>, seconds: number): number {
  return Math.min(film.lengthFrames, Math.max(0, nearestFrame(seconds, film.rate)));
}
