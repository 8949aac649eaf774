import type { Answers } from '@/app/trpc';

/** What the bench works on: a film, its curve and its cues. */
export type FilmProject = Answers['film']['projects']['get']['document'];
export type FilmCue = FilmProject['cues'][number];
export type CueSection = NonNullable<FilmCue['chosen']>;
export type FilmMarker = FilmProject['markers'][number];
export type ImportanceStretch = FilmProject['importance'][number];

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
