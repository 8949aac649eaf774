import { useEffect } from 'react';
import type { TrajectoryEditor } from './useTrajectoryEditor';

const typing = 'input, textarea, select, [contenteditable]';

/**
 * On the whole page Ctrl or Cmd with Z undoes, with Shift and Z or with Y redoes, except in a field, which has an
 * undo of its own.
 */
export function useUndoKeys({ undo, redo }: Pick<TrajectoryEditor, 'undo' | 'redo'>): void {
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
