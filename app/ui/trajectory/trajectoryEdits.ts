import type { Drawing } from './drawing';
import { recordEdit, redoEdit, undoEdit, type EditTrail } from './editTrail';
import type { Trajectory } from './trajectory';

/** A trajectory and the trail of edits that led to it. Undo and redo bring back the drawing; its length stays. */
export interface EditedTrajectory {
  value: Trajectory;
  trail: EditTrail<Drawing>;
}

export interface EditOptions {
  /** Edits that share a gesture (one drag, one held key) are one step of undo. */
  gesture?: string;
  /** The gesture ends with this edit. */
  ends?: boolean;
  /** How long the new drawing lasts; as long as before without it. */
  durationSeconds?: number;
}

/** What an edit makes of it; null where it changes nothing. */
export function applyEdit(
  { value, trail }: EditedTrajectory,
  drawing: Drawing,
  { gesture, durationSeconds }: EditOptions = {},
): EditedTrajectory | null {
  if (drawing === value.drawing) return null;
  return {
    value: { drawing, durationSeconds: durationSeconds ?? value.durationSeconds },
    trail: recordEdit(trail, value.drawing, gesture ?? null),
  };
}

/** One step back; null where there is none. */
export const applyUndo = (edited: EditedTrajectory): EditedTrajectory | null => step(edited, undoEdit);

/** One step forward again; null where there is none. */
export const applyRedo = (edited: EditedTrajectory): EditedTrajectory | null => step(edited, redoEdit);

function step({ value, trail }: EditedTrajectory, take: typeof undoEdit<Drawing>): EditedTrajectory | null {
  const taken = take(trail, value.drawing);
  if (!taken) return null;
  return {
    value: { drawing: taken.state, durationSeconds: value.durationSeconds },
    trail: taken.trail,
  };
}
