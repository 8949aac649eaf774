import type { Answers } from '@/app/trpc';

/** An editor’s work on a film: the film, its curve and its cues. */
export type FilmProject = Answers['film']['projects']['get']['document'];
export type FilmCue = FilmProject['cues'][number];
export type CueSection = NonNullable<FilmCue['chosen']>;
export type FilmMarker = FilmProject['markers'][number];
export type ImportanceStretch = FilmProject['importance'][number];
