import type { TrackTags } from '@/db/schema';
import { fileLabel } from '../../base/fileLabel';
import { sortKeyOf } from '../../base/foldText';
import { intendedTags } from '../demo/intendedTags';
import { searchKeyOf } from '../tracks/searchKey';
import type { JobFile } from './fileJobs';
import { titleFromName } from './titleFromName';

/** A file, as far as it names a track. */
export type NamedBy = Pick<JobFile, 'path' | 'name' | 'origin'>;

/** What of a track's row comes from tags and names. */
export interface Labels extends TrackTags {
  title: string;
  titleKey: string;
  artistKey: string | null;
  albumKey: string | null;
  genreKey: string | null;
}

/** The version of the reading of tags: files that an older one read are read again in the background. */
export const tagReader = 1;

/** What a file's row keeps of its tags. A demo piece is named by its composer. */
export function tagColumns(file: NamedBy, read: TrackTags) {
  const tags = (file.origin === 'demo' && intendedTags(file.path)) || read;
  return { tags, tagReader, searchKey: searchKeyOf({ ...tags, title: titleOf(file, tags) }) };
}

/** What a file calls its track: by its name where its tags do not say. */
export function labelsOf(file: NamedBy, tags: TrackTags): Labels {
  return withKeys({ ...tags, title: titleOf(file, tags) });
}

/** Labels with what they are sorted by. */
export function withKeys<Said extends TrackTags & { title: string }>(said: Said) {
  const { title, artists, album, genre } = said;
  const key = (text: string | null) => (text === null ? null : sortKeyOf(text));
  const artistKey = artists.length > 0 ? sortKeyOf(artists.join(', ')) : null;
  return { ...said, titleKey: sortKeyOf(title), artistKey, albumKey: key(album), genreKey: key(genre) };
}

function titleOf(file: NamedBy, { title }: TrackTags): string {
  return title ?? titleFromName(fileLabel(file));
}
