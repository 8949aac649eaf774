import type { Answers } from '@/app/trpc';

/** A project as the list shows it. */
export type FilmSummary = Answers['film']['projects']['list'][number];
