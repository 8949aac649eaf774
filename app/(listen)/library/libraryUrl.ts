import { readWords, unlessDefault, writeParameters } from '@/app/ui/url/parameters';
import type { UrlCodec } from '@/app/ui/url/urlCodec';

/** The columns that the table can be sorted by, with their headings. */
export const columns = [
  { id: 'title', name: 'Title' },
  { id: 'artist', name: 'Artist' },
  { id: 'valence', name: 'Valence' },
  { id: 'arousal', name: 'Arousal' },
  { id: 'durationSeconds', name: 'Length' },
  { id: 'tempoBpm', name: 'Tempo' },
  { id: 'loudnessLufs', name: 'Loudness' },
  { id: 'addedAt', name: 'Added' },
] as const;

export type SortColumn = (typeof columns)[number]['id'];

export interface LibraryState {
  text: string;
  sort: SortColumn;
  descending: boolean;
  missingOnly: boolean;
}

/** `?q=` the words, `sort=` the column (`-column` downwards), `missing=1` only tracks whose files are gone. */
export const libraryUrl: UrlCodec<LibraryState> = {
  read(parameters) {
    const sort = parameters.get('sort');
    const column = columns.find(({ id }) => id === sort?.replace(/^-/, ''))?.id ?? columns[0].id;
    return {
      text: readWords(parameters.get('q')),
      sort: column,
      descending: sort === `-${column}`,
      missingOnly: parameters.get('missing') === '1',
    };
  },

  write: ({ text, sort, descending, missingOnly }) =>
    writeParameters({
      q: unlessDefault(text, ''),
      sort: unlessDefault(`${descending ? '-' : ''}${sort}`, columns[0].id),
      missing: missingOnly ? '1' : null,
    }),
};
