'use client';

import { useMemo, useState } from 'react';
import type { Drawing } from '@/app/ui/trajectory/drawing';
import type { TrajectoryEditor } from '@/app/ui/trajectory/useTrajectoryEditor';
import type { FilmBench } from '../../project/filmBench';
import { lengthSecondsOf } from '../time/filmTime';
import { curveOfDrawing, drawingOfCurve, filmGrain } from './filmCurve';

/** The film's curve for the editor of trajectories; its edits are the project's, and undone with them. */
export function useFilmCurve({ project, edit, undo, redo }: FilmBench): TrajectoryEditor {
  const { film, curve } = project;
  const [selected, select] = useState<number | null>(null);
  const lengthSeconds = lengthSecondsOf(film);
  const drawing = useMemo(() => drawingOfCurve(curve, lengthSeconds), [curve, lengthSeconds]);
  return useMemo(
    () => ({
      value: { drawing, durationSeconds: lengthSeconds },
      grain: filmGrain(film.lengthFrames),
      selected,
      select,
      edit: (next: Drawing, { gesture } = {}) =>
        edit((before) => ({ ...before, curve: curveOfDrawing(next, lengthSeconds) }), { gesture }),
      settle: () => undefined,
      undo,
      redo,
    }),
    [drawing, lengthSeconds, film.lengthFrames, selected, edit, undo, redo],
  );
}
