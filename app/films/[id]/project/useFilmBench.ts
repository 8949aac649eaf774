'use client';

import { useCallback, useMemo, useState } from 'react';
import { emptyTrail, recordEdit, redoEdit, undoEdit, type EditTrail } from '@/app/ui/trajectory/editTrail';
import type { Answers } from '@/app/trpc';
import type { FilmBench } from './filmBench';
import type { FilmProject } from '@/app/ui/film/filmProject';
import { useSaving } from './useSaving';

interface Edited {
  project: FilmProject;
  trail: EditTrail<FilmProject>;
}

/** The bench of a project as it was opened. */
export function useFilmBench(opened: Answers['film']['projects']['get']): FilmBench {
  const [{ project, trail }, setEdited] = useState<Edited>({ project: opened.document, trail: emptyTrail });
  const [cueId, selectCue] = useState<string | null>(null);
  const saving = useSaving(opened, project);
  const edit = useCallback<FilmBench['edit']>(
    (change, { gesture } = {}) => setEdited((edited) => editedBy(edited, change(edited.project), gesture)),
    [],
  );
  const step = useCallback(
    (take: typeof undoEdit<FilmProject>) =>
      setEdited((edited) => {
        const taken = take(edited.trail, edited.project);
        return taken ? { project: taken.state, trail: taken.trail } : edited;
      }),
    [],
  );
  const canUndo = trail.past.length > 0;
  const canRedo = trail.future.length > 0;
  return useMemo(
    () => ({
      ...{ projectId: opened.projectId, project, edit, saving, cueId, selectCue },
      undo: canUndo ? () => step(undoEdit) : null,
      redo: canRedo ? () => step(redoEdit) : null,
    }),
    [opened.projectId, project, edit, saving, cueId, step, canUndo, canRedo],
  );
}

function editedBy(edited: Edited, project: FilmProject, gesture: string | undefined): Edited {
  if (project === edited.project) return edited;
  return { project, trail: recordEdit(edited.trail, edited.project, gesture ?? null) };
}
