import { and, cosineDistance, eq, isNotNull, ne, or, sql } from 'drizzle-orm';
import { recordingDistance } from '@/ml/audio/identity/recordingDistance';
import type { Executor } from '@/db/open';
import { analyses, sounds, tracks } from '@/db/schema';
import type { FileAnalysis } from '../../analysis/fileFacts';
import { leaveGroup, uniteGroups } from './groups';
import { saidOf } from './recordingPairs';

/** What a track is grouped by. */
type GroupedBy = Pick<FileAnalysis, 'durationSeconds' | 'embedding' | 'bandLevels'>;

/** How many of the most alike tracks have their band levels compared. */
const candidates = 10;

/**
 * Puts a track that has just been heard with the other encodings of its recording: to what a person joined it with,
 * else to the track that sounds the same over all of its time, if there is one: as long (within half a second, or 1 %
 * of a long piece), alike for the emotion model, and with the same levels of its bands. What a person parted it from
 * is passed over. A track that was in a group leaves those that were heard as well and are not it; where the others
 * of its group have no band levels yet, it stays with them until they have. Call in a transaction.
 */
export async function groupRecordings(executor: Executor, trackId: number, sound: GroupedBy): Promise<void> {
  const [{ groupId }] = await executor
    .select({ groupId: tracks.groupId })
    .from(tracks)
    .where(eq(tracks.id, trackId));
  const said = await saidOf(executor, trackId);
  const joined = said.find(({ same }) => same);
  if (joined) return moveTo(executor, trackId, { from: groupId, to: joined.groupId });

  const rows = await comparable(executor, { trackId, groupId }, sound);
  const parted = new Set(said.map((pair) => pair.groupId));
  const to = nearestGroup(
    rows.filter((row) => !parted.has(row.groupId)),
    sound.bandLevels,
  );
  if (to !== undefined) return moveTo(executor, trackId, { from: groupId, to });
  const isJudged = rows.some((row) => row.groupId === groupId);
  if (isJudged || parted.has(groupId)) await leaveGroup(executor, trackId);
}

async function moveTo(
  executor: Executor,
  trackId: number,
  { from, to }: { from: number; to: number },
): Promise<void> {
  if (from === to) return;
  await leaveGroup(executor, trackId);
  await uniteGroups(executor, [trackId, to]);
}

interface Comparable {
  groupId: number;
  bandLevels: Uint8Array;
}

/** The others of its own group, and the tracks that may be the same, most alike first; those that have band levels. */
async function comparable(
  executor: Executor,
  { trackId, groupId }: { trackId: number; groupId: number },
  { durationSeconds, embedding }: GroupedBy,
): Promise<Comparable[]> {
  const tolerance = Math.max(0.5, 0.01 * durationSeconds);
  const isAsLong = sql`${tracks.durationSeconds} between ${durationSeconds - tolerance}
    and ${durationSeconds + tolerance}`;
  const rows = await executor
    .select({ groupId: tracks.groupId, bandLevels: sounds.bandLevels })
    .from(analyses)
    .innerJoin(tracks, eq(tracks.id, analyses.trackId))
    .innerJoin(sounds, eq(sounds.trackId, analyses.trackId))
    .where(
      and(
        eq(analyses.current, true),
        ne(tracks.id, trackId),
        isNotNull(sounds.bandLevels),
        or(isAsLong, eq(tracks.groupId, groupId)),
      ),
    )
    .orderBy(sql`${tracks.groupId} <> ${groupId}`, cosineDistance(analyses.embedding, Array.from(embedding)))
    .limit(candidates);
  return rows.flatMap(({ bandLevels, ...row }) => (bandLevels ? [{ ...row, bandLevels }] : []));
}

/** The group of the nearest track that sounds the same; undefined where none does. */
function nearestGroup(rows: Comparable[], bandLevels: Uint8Array): number | undefined {
  const same = rows
    .map((row) => ({ ...row, distance: recordingDistance(row.bandLevels, bandLevels) }))
    .filter(({ distance }) => distance < 1)
    .sort((a, b) => a.distance - b.distance);
  return same.at(0)?.groupId;
}
