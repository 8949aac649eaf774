import { and, cosineDistance, desc, eq, isNotNull, ne, sql } from 'drizzle-orm';
import type { Database, Executor } from '@/db/open';
import { analyses, trackEmbeddings, tracks } from '@/db/schema';
import { isHeardAgain } from '../catalogue/import/reanalyse';
import { isRepresentative, type TrackSummary } from '../catalogue/tracks/trackSummary';
import type { Caller } from '../access/caller';
import { AppError } from '../base/errors';
import { modelThatAnswers } from '../embeddings/embeddingModels';
import { withSummaries } from './withSummaries';

/** How far the approximate index looks; at or above the largest number of results. */
const searchBreadth = 200;

interface Ranked {
  trackId: number;
  distance: number;
}

/** The track to compare with, and how many to find. */
interface Query {
  trackId: number;
  groupId: number;
  limit: number;
}

/**
 * The recordings that sound most like one track: cosine distance of embeddings of the same model (0 same,
 * 2 opposite), nearest first. By the added embedding that is in use, where the track has it; else by the project's
 * own. Throws AppError 'not-found'.
 */
export async function similarTo(
  database: Database,
  caller: Caller,
  { trackId, limit }: { trackId: number; limit: number },
): Promise<(TrackSummary & { distance: number })[]> {
  const [track] = await database
    .select({ groupId: tracks.groupId })
    .from(tracks)
    .where(eq(tracks.id, trackId));
  const query = track && { trackId, groupId: track.groupId, limit };
  const rows = query && ((await byAddedModel(database, query)) ?? (await byOwnModel(database, query)));
  if (!rows)
    throw new AppError('not-found', `invalid trackId: ${trackId} (no such track: it may have been removed)`);
  return withSummaries(database, caller, rows);
}

/** Exact, one vector after the other; undefined where no added model answers or the track lacks its vector. */
async function byAddedModel(
  database: Database,
  { trackId, groupId, limit }: Query,
): Promise<Ranked[] | undefined> {
  const model = await modelThatAnswers(database);
  if (!model) return undefined;
  const { embedding, modelId } = trackEmbeddings;
  const ofModel = and(eq(modelId, model.id), isNotNull(embedding));
  const [seed] = await database
    .select({ embedding })
    .from(trackEmbeddings)
    .where(and(ofModel, eq(trackEmbeddings.trackId, trackId)));
  if (!seed?.embedding) return undefined;
  const distance = cosineDistance(embedding, seed.embedding);
  return database
    .select({ trackId: trackEmbeddings.trackId, distance: sql<number>`${distance}`.mapWith(Number) })
    .from(trackEmbeddings)
    .innerJoin(tracks, eq(tracks.id, trackEmbeddings.trackId))
    .where(and(ofModel, isRepresentative, ne(tracks.groupId, groupId)))
    .orderBy(distance, trackEmbeddings.trackId)
    .limit(limit);
}

/**
 * Through the index on the project's own embedding, by what one model made of all of them, whichever it answers for by now;
 * undefined where the track has no profile.
 */
async function byOwnModel(
  database: Database,
  { trackId, groupId, limit }: Query,
): Promise<Ranked[] | undefined> {
  const seed = await comparedBy(database, trackId);
  if (!seed) return undefined;
  const distance = cosineDistance(analyses.embedding, seed.embedding);
  return database.transaction(async (transaction) => {
    // Filters act after the index scan: let it go on until enough rows are left.
    await transaction.execute(sql`set local hnsw.iterative_scan = strict_order`);
    await transaction.execute(sql.raw(`set local hnsw.ef_search = ${searchBreadth}`));
    return transaction
      .select({ trackId: analyses.trackId, distance: sql<number>`${distance}`.mapWith(Number) })
      .from(analyses)
      .innerJoin(tracks, eq(tracks.id, analyses.trackId))
      .where(and(isRepresentative, eq(analyses.modelVersion, seed.modelVersion), ne(tracks.groupId, groupId)))
      .orderBy(distance)
      .limit(limit);
  });
}

/**
 * The embedding by which a track is compared: that of its current answer; while the library is heard again by a new model,
 * that of the model before, which has heard all others too.
 */
async function comparedBy(executor: Executor, trackId: number) {
  const [current, before] = await executor
    .select({ embedding: analyses.embedding, modelVersion: analyses.modelVersion })
    .from(analyses)
    .where(eq(analyses.trackId, trackId))
    .orderBy(desc(analyses.current), desc(analyses.revision))
    .limit(2);
  return before && (await isHeardAgain(executor)) ? before : current;
}
