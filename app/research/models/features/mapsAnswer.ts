import type { Answers } from '@/app/trpc';

/** What the server answers of the maps; `mapped` comes once the library is laid out. */
export type MapsAnswer = NonNullable<Answers['research']['featureMaps']>;

/** The library laid out, by the original and by the learned features. */
export type MappedLibrary = NonNullable<MapsAnswer['mapped']>;
