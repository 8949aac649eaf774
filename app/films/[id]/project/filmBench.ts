import type { FilmProject } from '@/app/ui/film/filmProject';

/** How far a project is kept: all of it, on its way, or refused for what is said. */
export type Saving = { state: 'saved' | 'saving' } | { state: 'refused'; message: string };

/** A project that is worked on, with the trail of its edits. */
export interface FilmBench {
  projectId: number;
  project: FilmProject;
  /**
   * Replaces the project by what is made of it; the same project back changes nothing. Edits that share a gesture (one
   * drag, one held key) are one step of undo. Saved by itself a moment later.
   */
  edit: (change: (project: FilmProject) => FilmProject, options?: { gesture?: string }) => void;
  undo: (() => void) | null;
  redo: (() => void) | null;
  saving: Saving;
  /** The cue that is worked on; null for none. */
  cueId: string | null;
  selectCue: (cueId: string | null) => void;
}
