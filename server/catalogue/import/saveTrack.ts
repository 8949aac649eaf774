import { and, eq, ne, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { files, tracks } from '@/db/schema';
import type { FileAnalysis, FileIdentity, TrackTags } from '../../analysis/fileFacts';
import { titleFromName } from './titleFromName';

/** What names a track: the file it was read from, and what its tags say. */
export interface Naming {
  path: string;
  /** The file's name as people know it, for a title where the tags have none. */
  name: string;
  identity: FileIdentity;
}

/** What of a track's row comes from tags and names. */
type Labels = Omit<TrackTags, 'title'> & { title: string };

/** Gives the track that is already known of this payload what the file's tags say now. */
export async function relabelTrack(executor: Executor, trackId: number, naming: Naming): Promise<void> {
  const [others] = await executor
    .select({ count: sql<number>`count(*)::int` })
    .from(files)
    .where(and(eq(files.trackId, trackId), ne(files.path, naming.path)));
  const said = labels(naming);
  if (others.count === 0) {
    await executor.update(tracks).set(said).where(eq(tracks.id, trackId));
    return;
  }
  // Another file of the same sound may be the better tagged one: what this one leaves out stays.
  const { title } = naming.identity.tags;
  const spoken = Object.entries({ ...said, title, hasCover: said.hasCover || null });
  const set = Object.fromEntries(spoken.filter(([, value]) => value !== null));
  if (Object.keys(set).length > 0) await executor.update(tracks).set(set).where(eq(tracks.id, trackId));
}

/** Adds a track, still in a group of no one. Returns its id. */
export async function insertTrack(executor: Executor, naming: Naming, sound: FileAnalysis): Promise<number> {
  const { payloadHash, container, codec } = naming.identity;
  const { sampleRateHz, channels, durationSeconds } = sound;
  const [row] = await executor
    .insert(tracks)
    .values({
      ...labels(naming),
      payloadHash,
      groupId: 0,
      container,
      codec,
      sampleRateHz,
      channels,
      durationSeconds,
    })
    .returning({ id: tracks.id });
  return row.id;
}

function labels({ name, identity: { tags } }: Naming): Labels {
  return { ...tags, title: tags.title ?? titleFromName(name) };
}
