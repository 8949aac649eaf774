import type { UrlCodec } from '@/app/ui/useUrlState';

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
    const sort = parameters.get('sort') ?? 'title';
    const name = sort.replace(/^-/, '');
    const column = columns.find(({ id }) => id === name);
    return {
      text: (parameters.get('q') ?? '').slice(0, 200),
      sort: column?.id ?? 'title',
      descending: column !== undefined && sort.startsWith('-'),
      missingOnly: parameters.get('missing') === '1',
    };
  },

  write({ text, sort, descending, missingOnly }) {
    const parameters = new URLSearchParams();
    if (text) parameters.set('q', text);
    if (sort !== 'title' || descending) parameters.set('sort', descending ? `-${sort}` : sort);
    if (missingOnly) parameters.set('missing', '1');
    return parameters;
  },
};
