import { eq, inArray } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { files, tracks, type TrackTags } from '@/db/schema';
import { labelsOf } from './fileLabels';

type FileRow = typeof files.$inferSelect;
type ReadFile = FileRow & { tags: TrackTags };

/**
 * Gives tracks the labels of their files. Where several files hold one sound, the order in which they were read does
 * not matter: the best tagged that is on disk names the track, the first by its path among equals, and only what it
 * leaves out comes from the next. A track none of whose files has been read keeps its labels.
 */
export async function labelTracks(executor: Executor, trackIds: number[]): Promise<void> {
  const rows = await executor.select().from(files).where(inArray(files.trackId, trackIds));
  for (const trackId of new Set(trackIds)) {
    const held = rows.filter((file) => file.trackId === trackId);
    const read = held.filter((file): file is ReadFile => file.tags !== null).sort(byWorth);
    if (read.length === 0) continue;
    const [best] = read;
    const labels = labelsOf(
      best,
      read.map(({ tags }) => tags).reduceRight((rest, tags) => over(tags, rest)),
    );
    await executor.update(tracks).set(labels).where(eq(tracks.id, trackId));
  }
}

/** The file that names the track first. */
function byWorth(one: ReadFile, other: ReadFile): number {
  const gone = Number(one.missingSince !== null) - Number(other.missingSince !== null);
  const said = saidBy(other.tags) - saidBy(one.tags);
  return gone || said || (one.path < other.path ? -1 : 1);
}

/** How many of title, artists and album tags tell. */
function saidBy({ title, artists, album }: TrackTags): number {
  return Number(title !== null) + Number(artists.length > 0) + Number(album !== null);
}

/** Tags, and what they leave out from others. */
function over(tags: TrackTags, rest: TrackTags): TrackTags {
  return {
    title: tags.title ?? rest.title,
    artists: tags.artists.length > 0 ? tags.artists : rest.artists,
    album: tags.album ?? rest.album,
    genre: tags.genre ?? rest.genre,
    year: tags.year ?? rest.year,
    trackNumber: tags.trackNumber ?? rest.trackNumber,
    hasCover: tags.hasCover || rest.hasCover,
  };
}
