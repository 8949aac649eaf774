import { and, asc, eq, l2Distance, type SQL, sql } from 'drizzle-orm';
import type { Database, Executor } from '@/db/open';
import { analyses, sounds, tracks } from '@/db/schema';
import type { TrackSet } from '@/ml/trackSet';
import type { QuerySketch } from '@/ml/dtw/search/querySketches';
import { filterCondition, type TrackFilter } from '../catalogue/tracks/trackFilter';
import { isRepresentative } from '../catalogue/tracks/trackSummary';

/** Below this share of the library, the tracks that a filter lets through are compared one by one. */
const rareShare = 0.25;
/** pgvector's ceiling of what one walk through the index keeps in view. */
const mostInView = 1000;
/** How far a walk goes on for rows that the filter lets through, and the memory for it, in multiples of work_mem. */
const mostVisited = 500_000;
const walkMemory = 16;

interface CandidateQuestion {
  sketches: readonly QuerySketch[];
  /** How many are chosen by each sketch. */
  count: number;
  /** What the candidates must pass, and the recordings that do, of all. */
  filter?: TrackFilter;
  among?: TrackSet;
  of: number;
}

/**
 * For each sketch of a query the `count` recordings whose own are nearest by Euclidean distance, all of them once:
 * nearly, by pgvector's HNSW indexes; exactly where a filter lets so few through that each can be looked at.
 */
export function chooseCandidates(database: Database, question: CandidateQuestion): Promise<number[]> {
  const { among, of } = question;
  if (!among || among.size >= rareShare * of) return walkIndexes(database, question);
  return compareEach(database, question, among);
}

const columnOf = { level: analyses.sketch, shape: analyses.shapeSketch };
const distanceTo = ({ kind, sketch }: QuerySketch) => l2Distance(columnOf[kind], [...sketch]);

function walkIndexes(database: Database, { sketches, count, filter }: CandidateQuestion): Promise<number[]> {
  return database.transaction(async (transaction) => {
    await transaction.execute(sql`
      select set_config('hnsw.iterative_scan', 'strict_order', true),
        set_config('hnsw.ef_search', ${String(Math.min(mostInView, count))}, true),
        set_config('hnsw.max_scan_tuples', ${String(mostVisited)}, true),
        set_config('hnsw.scan_mem_multiplier', ${String(walkMemory)}, true),
        set_config('enable_seqscan', 'off', true), set_config('enable_sort', 'off', true)`);
    const walks = sketches.map(
      (sketch) =>
        sql`${transaction
          .select({ trackId: analyses.trackId })
          .from(analyses)
          .innerJoin(tracks, eq(tracks.id, analyses.trackId))
          .innerJoin(sounds, eq(sounds.trackId, tracks.id))
          .where(and(isRepresentative, eq(analyses.current, true), filterCondition(filter)))
          .orderBy(asc(distanceTo(sketch)))
          .limit(count)}`,
    );
    return idsOfAll(transaction, walks);
  });
}

/** What passes is read once, for all sketches. */
function compareEach(
  database: Database,
  { sketches, count }: CandidateQuestion,
  among: TrackSet,
): Promise<number[]> {
  const passing = sql`with passing as materialized (
    select ${analyses.trackId} as track_id, ${analyses.sketch} as level, ${analyses.shapeSketch} as shape
    from ${analyses}
    where ${analyses.current} and ${analyses.trackId} = any(${sql.param([...among])}::int[]))`;
  const comparisons = sketches.map(
    ({ kind, sketch }) =>
      sql`(select track_id from passing
        order by ${sql.identifier(kind)} <-> ${JSON.stringify([...sketch])}::vector, track_id limit ${count})`,
  );
  return idsOfAll(database, comparisons, passing);
}

/** Every track that one of the queries gives, once. */
async function idsOfAll(executor: Executor, queries: SQL[], first: SQL = sql``): Promise<number[]> {
  const every = sql.join(queries, sql` union `);
  const { rows } = await executor.execute<{ track_id: number }>(sql`${first} ${every}`);
  return rows.map((row) => row.track_id);
}
