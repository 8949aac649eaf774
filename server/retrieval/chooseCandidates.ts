import { and, asc, eq, l2Distance, sql } from 'drizzle-orm';
import type { Database } from '@/db/open';
import { analyses, sounds, tracks } from '@/db/schema';
import type { BitSet } from '@/ml/bitSet';
import { filterCondition, type TrackFilter } from '../catalogue/tracks/trackFilter';
import { isRepresentative } from '../catalogue/tracks/trackSummary';

/** Below this share of the library, the tracks that a filter lets through are compared one by one. */
const rareShare = 0.05;
/** pgvector's ceiling of what one walk through the index keeps in view. */
const mostInView = 1000;
/** How far a walk goes on for rows that the filter lets through, and the memory for it, in multiples of work_mem. */
const mostVisited = 500_000;
const walkMemory = 16;

interface CandidateQuestion {
  /** Of the query: 16 numbers. */
  sketch: Float32Array;
  kind: 'level' | 'shape';
  count: number;
  /** What the candidates must pass, and the recordings that do, of all. */
  filter?: TrackFilter;
  through?: BitSet;
  of: number;
}

/**
 * The `count` recordings whose sketches are nearest to the query's by Euclidean distance: nearly, by pgvector's
 * HNSW index; exactly where a filter lets so few through that each can be looked at.
 */
export async function chooseCandidates(database: Database, question: CandidateQuestion): Promise<number[]> {
  const { through, of } = question;
  const rows =
    through && through.size < rareShare * of
      ? await compareEach(database, question, through)
      : await walkIndex(database, question);
  return rows.map(({ trackId }) => trackId);
}

const columnOf = { level: analyses.sketch, shape: analyses.shapeSketch };

function walkIndex(database: Database, { sketch, kind, count, filter }: CandidateQuestion) {
  return database.transaction(async (transaction) => {
    await transaction.execute(sql`
      select set_config('hnsw.iterative_scan', 'strict_order', true),
        set_config('hnsw.ef_search', ${String(Math.min(mostInView, count))}, true),
        set_config('hnsw.max_scan_tuples', ${String(mostVisited)}, true),
        set_config('hnsw.scan_mem_multiplier', ${String(walkMemory)}, true),
        set_config('enable_seqscan', 'off', true), set_config('enable_sort', 'off', true)`);
    return transaction
      .select({ trackId: analyses.trackId })
      .from(analyses)
      .innerJoin(tracks, eq(tracks.id, analyses.trackId))
      .innerJoin(sounds, eq(sounds.trackId, tracks.id))
      .where(and(isRepresentative, eq(analyses.current, true), filterCondition(filter)))
      .orderBy(asc(l2Distance(columnOf[kind], [...sketch])))
      .limit(count);
  });
}

function compareEach(database: Database, { sketch, kind, count }: CandidateQuestion, through: BitSet) {
  const distance = l2Distance(columnOf[kind], [...sketch]);
  return database
    .select({ trackId: analyses.trackId })
    .from(analyses)
    .where(and(eq(analyses.current, true), sql`${analyses.trackId} = any(${sql.param([...through])}::int[])`))
    .orderBy(asc(sql`(${distance}) + 0`), asc(analyses.trackId))
    .limit(count);
}
