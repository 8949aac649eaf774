import { and, between, cosineDistance, eq, isNotNull, ne, or, sql } from 'drizzle-orm';
import { recordingDistance } from '@/ml/audio/identity/recordingDistance';
import type { Executor } from '@/db/open';
import { analyses, sounds, tracks } from '@/db/schema';
import { embeddingVersion } from '@/ml/emotion/embeddingVersion';
import type { FileAnalysis } from '../../analysis/fileFacts';
import { leaveGroup, uniteGroups } from './groups';
import { saidOf } from './recordingPairs';

/** What a track is grouped by. */
type GroupedBy = Pick<FileAnalysis, 'durationSeconds' | 'modelVersion' | 'embedding' | 'bandLevels'>;

/** How many of the most alike tracks have their band levels compared. */
const candidates = 10;

/** How many of those whose likeness cannot be told, as another model made their embedding: nearest in length. */
const strangers = 100;

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
  const nearest = (among: Comparable[]) =>
    nearestGroup(
      among.filter((row) => !parted.has(row.groupId)),
      sound.bandLevels,
    );
  const to = nearest(rows) ?? nearest(await heardByAnother(executor, trackId, sound));
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

/**
 * The others of its own group, and the tracks that may be the same, most alike first; those that have band levels. Alike
 * can only be what one network has heard.
 */
async function comparable(
  executor: Executor,
  { trackId, groupId }: { trackId: number; groupId: number },
  sound: GroupedBy,
): Promise<Comparable[]> {
  const isOfGroup = eq(tracks.groupId, groupId);
  const rows = await others(executor, trackId)
    .where(or(isOfGroup, and(isAsLong(sound), eq(embeddedBy, embeddingVersion(sound.modelVersion)))))
    .orderBy(sql`not ${isOfGroup}`, cosineDistance(analyses.embedding, Array.from(sound.embedding)))
    .limit(candidates);
  return rows.flatMap(withBandLevels);
}

/** While a library is heard again by a new model: the tracks that may be the same, and that only another one has heard. */
async function heardByAnother(executor: Executor, trackId: number, sound: GroupedBy): Promise<Comparable[]> {
  const rows = await others(executor, trackId)
    .where(and(isAsLong(sound), ne(embeddedBy, embeddingVersion(sound.modelVersion))))
    .orderBy(sql`abs(${tracks.durationSeconds} - ${sound.durationSeconds}::float8)`, tracks.id)
    .limit(strangers);
  return rows.flatMap(withBandLevels);
}

/** The network that made a track's embedding, as embeddingVersion tells it. */
const embeddedBy = sql<string>`regexp_replace(${analyses.modelVersion}, '\\.[0-9]+$', '')`;

function isAsLong({ durationSeconds }: GroupedBy) {
  const tolerance = Math.max(0.5, 0.01 * durationSeconds);
  return between(tracks.durationSeconds, durationSeconds - tolerance, durationSeconds + tolerance);
}

/** All other tracks that have band levels. */
function others(executor: Executor, trackId: number) {
  return executor
    .select({ groupId: tracks.groupId, bandLevels: sounds.bandLevels })
    .from(analyses)
    .innerJoin(tracks, and(eq(tracks.id, analyses.trackId), ne(tracks.id, trackId), analyses.current))
    .innerJoin(sounds, and(eq(sounds.trackId, analyses.trackId), isNotNull(sounds.bandLevels)))
    .$dynamic();
}

const withBandLevels = ({ groupId, bandLevels }: { groupId: number; bandLevels: Uint8Array | null }) =>
  bandLevels ? [{ groupId, bandLevels }] : [];

/** The group of the nearest track that sounds the same; undefined where none does. */
function nearestGroup(rows: Comparable[], bandLevels: Uint8Array): number | undefined {
  const same = rows
    .map((row) => ({ ...row, distance: recordingDistance(row.bandLevels, bandLevels) }))
    .filter(({ distance }) => distance < 1)
    .sort((a, b) => a.distance - b.distance);
  return same.at(0)?.groupId;
}
