'use client';

import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ChangeKind } from '@/app/ui/changeKind';
import { useUrlState } from '@/app/ui/url/useUrlState';
import type { Drawing } from './drawing';
import { drawUrl, type DrawState } from './drawUrl';
import { emptyTrail, recordEdit, redoEdit, undoEdit, type EditTrail } from './editTrail';

const typing = 'input, textarea, select, [contenteditable]';

interface EditOptions {
  /** Edits that share a gesture are one step of undo and of the back button. */
  gesture?: string;
  /** How long the new drawing lasts; as long as before without it. */
  durationSeconds?: number;
}

/** What changes a drawing page: its drawing with undo, and its settings. */
export interface DrawingEditor {
  state: DrawState;
  /** Changes anything but the drawing. */
  set: (change: Partial<DrawState>, kind?: ChangeKind) => void;
  edit: (drawing: Drawing, options?: EditOptions) => void;
  /** Ends a gesture. */
  settle: () => void;
  undo: (() => void) | null;
  redo: (() => void) | null;
}

/** The page's state in the address, and the trail of edits beside it. */
export function useDrawing(): DrawingEditor {
  const [state, setState] = useUrlState(drawUrl);
  const [trail, setTrail] = useState<EditTrail<Drawing>>(emptyTrail);

  const set = useCallback(
    (change: Partial<DrawState>, kind: ChangeKind = 'step') => setState({ ...state, ...change }, kind),
    [state, setState],
  );
  const edit = (
    drawing: Drawing,
    { gesture, durationSeconds = state.durationSeconds ?? undefined }: EditOptions = {},
  ) => {
    if (drawing === state.drawing) return;
    setTrail(recordEdit(trail, state.drawing, gesture ?? null));
    set({ drawing, durationSeconds: durationSeconds ?? null }, gesture ? 'glide' : 'step');
  };
  const settle = () => set({}, 'step');

  const steps = useMemo(() => {
    const take = (step: typeof undoEdit<Drawing>) => {
      const taken = step(trail, state.drawing);
      if (!taken) return null;
      return () => {
        setTrail(taken.trail);
        set({ drawing: taken.state });
      };
    };
    return { undo: take(undoEdit), redo: take(redoEdit) };
  }, [trail, state.drawing, set]);

  useUndoKeys(steps);
  return { state, set, edit, settle, ...steps };
}

/** Ctrl or Cmd with Z undoes, with Shift and Z or with Y redoes, except in a field, which has an undo of its own. */
function useUndoKeys({ undo, redo }: Pick<DrawingEditor, 'undo' | 'redo'>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(typing)) return;
      const key = event.key.toLowerCase();
      const act = key === 'y' || (key === 'z' && event.shiftKey) ? redo : key === 'z' ? undo : null;
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [undo, redo]);
}
