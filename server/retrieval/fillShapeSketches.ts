import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { analyses } from '@/db/schema';
import { shapeSketch } from '@/ml/dtw/search/shapeSketch';
import { decodeCurve } from '@/ml/affect/curveCodec';

const rowsAtOnce = 200;

/**
 * Gives the analyses of an older version, or of a backup from it, the sketch of their shape; until that is done,
 * candidates by shape come from the others. Ends early on `signal`. Returns how many were filled in.
 */
export async function fillShapeSketches(executor: Executor, signal?: AbortSignal): Promise<number> {
  let filled = 0;
  let after = 0;
  while (!signal?.aborted) {
    const rows = await executor
      .select({ trackId: analyses.trackId, curve: analyses.curve })
      .from(analyses)
      .where(and(gt(analyses.trackId, after), eq(analyses.current, true), isNull(analyses.shapeSketch)))
      .orderBy(asc(analyses.trackId))
      .limit(rowsAtOnce);
    if (rows.length === 0) break;
    const sketches = rows.map(({ curve }) => JSON.stringify([...shapeSketch(decodeCurve(curve))]));
    // A track that was analysed again meanwhile has its sketch already.
    await executor.execute(sql`
      update ${analyses} set shape_sketch = given.sketch::vector
      from unnest(${sql.param(rows.map(({ trackId }) => trackId))}::int[], ${sql.param(sketches)}::text[]) as given(track_id, sketch)
      where ${analyses.trackId} = given.track_id and ${analyses.current} and ${analyses.shapeSketch} is null`);
    filled += rows.length;
    after = rows[rows.length - 1].trackId;
  }
  return filled;
}
