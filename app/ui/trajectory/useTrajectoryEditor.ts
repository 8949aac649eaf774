'use client';

import { useMemo, useState } from 'react';
import type { ChangeKind } from '../changeKind';
import type { Drawing, Grain } from './drawing';
import { emptyTrail, type EditTrail } from './editTrail';
import type { Trajectory } from './trajectory';
import { applyEdit, applyRedo, applyUndo, type EditedTrajectory, type EditOptions } from './trajectoryEdits';

/** A trajectory, which of its key points is selected, and what changes it. */
export interface TrajectoryEditor {
  value: Trajectory;
  /** How finely the drawing is kept; `plainGrain` without it. */
  grain?: Grain;
  selected: number | null;
  select: (index: number | null) => void;
  edit: (drawing: Drawing, options?: EditOptions) => void;
  /** Ends a gesture, as of keys, whose last edit was not told as its end. */
  settle: () => void;
  undo: (() => void) | null;
  redo: (() => void) | null;
}

interface EditorOptions {
  value: Trajectory;
  /** Told the new value: `glide` within a gesture, `step` else and when a gesture ends. */
  onChange: (value: Trajectory, kind: ChangeKind) => void;
}

/** An editor of whatever trajectory it is given; it keeps the trail of edits and the selection alone. */
export function useTrajectoryEditor({ value, onChange }: EditorOptions): TrajectoryEditor {
  const [trail, setTrail] = useState<EditTrail<Drawing>>(emptyTrail);
  const [selected, select] = useState<number | null>(null);
  return useMemo(() => {
    const edited = { value, trail };
    const take = (next: EditedTrajectory | null, kind: ChangeKind) => {
      if (!next) return;
      setTrail(next.trail);
      onChange(next.value, kind);
    };
    const undone = applyUndo(edited);
    const redone = applyRedo(edited);
    return {
      value,
      selected,
      select,
      edit: (drawing, options) =>
        take(applyEdit(edited, drawing, options), options?.gesture && !options.ends ? 'glide' : 'step'),
      settle: () => onChange(value, 'step'),
      undo: undone && (() => take(undone, 'step')),
      redo: redone && (() => take(redone, 'step')),
    };
  }, [value, onChange, trail, selected]);
}
