import { eq } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { tracks } from '@/db/schema';
import type { FileAnalysis, FileIdentity } from '../../analysis/fileFacts';
import { labelsOf, type NamedBy } from './fileLabels';

/** Adds a track in a group of its own, named by its first file. Returns its id. */
export async function insertTrack(
  executor: Executor,
  { file, identity }: { file: NamedBy; identity: FileIdentity },
  sound: FileAnalysis,
): Promise<number> {
  const { payloadHash, container, codec, tags } = identity;
  const { sampleRateHz, channels, durationSeconds } = sound;
  const [row] = await executor
    .insert(tracks)
    .values({
      ...labelsOf(file, tags),
      payloadHash,
      groupId: 0,
      container,
      codec,
      sampleRateHz,
      channels,
      durationSeconds,
    })
    .returning({ id: tracks.id });
  await executor.update(tracks).set({ groupId: row.id }).where(eq(tracks.id, row.id));
  return row.id;
}
