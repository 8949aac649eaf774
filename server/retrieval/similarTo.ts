import { and, cosineDistance, eq, ne, sql } from 'drizzle-orm';
import type { Database } from '@/db/open';
import { analyses, tracks } from '@/db/schema';
import { isRepresentative, type TrackSummary } from '../catalogue/tracks/trackSummary';
import { AppError } from '../errors';
import { withSummaries } from './withSummaries';

/** How far the approximate index looks; at or above the largest number of results. */
const searchBreadth = 200;

/**
 * The recordings that sound most like one track: cosine distance of embeddings of the same model (0 same,
 * 2 opposite), nearest first. Throws AppError 'not-found'.
 */
export async function similarTo(
  database: Database,
  { trackId, limit }: { trackId: number; limit: number },
): Promise<(TrackSummary & { distance: number })[]> {
  const [seed] = await database
    .select({ embedding: analyses.embedding, modelVersion: analyses.modelVersion, groupId: tracks.groupId })
    .from(analyses)
    .innerJoin(tracks, eq(tracks.id, analyses.trackId))
    .where(and(eq(analyses.trackId, trackId), eq(analyses.current, true)));
  if (!seed)
    throw new AppError('not-found', `invalid trackId: ${trackId} (no such track: it may have been removed)`);
  const distance = cosineDistance(analyses.embedding, seed.embedding);
  const rows = await database.transaction(async (transaction) => {
    // Filters act after the index scan: let it go on until enough rows are left.
    await transaction.execute(sql`set local hnsw.iterative_scan = strict_order`);
    await transaction.execute(sql.raw(`set local hnsw.ef_search = ${searchBreadth}`));
    return transaction
      .select({ trackId: analyses.trackId, distance: sql<number>`${distance}`.mapWith(Number) })
      .from(analyses)
      .innerJoin(tracks, eq(tracks.id, analyses.trackId))
      .where(
        and(
          isRepresentative,
          eq(analyses.current, true),
          eq(analyses.modelVersion, seed.modelVersion),
          ne(tracks.groupId, seed.groupId),
        ),
      )
      .orderBy(distance)
      .limit(limit);
  });
  return withSummaries(database, rows);
}
