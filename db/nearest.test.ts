import { cosineDistance, l2Distance, sql, type SQL } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyses } from './schema';
import { analysisOf, fillCatalogue } from './testing/catalogue.testing';
import { openTestDatabase, type TestDatabase } from './testing/database.testing';

const trackCount = 300;
const tracks = Array.from({ length: trackCount }, (_, i) => analysisOf(i + 1));

describe('nearest neighbours', () => {
  let catalogue: TestDatabase;

  beforeAll(async () => {
    catalogue = await openTestDatabase();
    await fillCatalogue(catalogue.database, trackCount);
    await catalogue.database.execute(sql`analyze`);
  });
  afterAll(() => catalogue.close());

  it('by emotion come in the order of their distance, through the SP-GiST index', async () => {
    const [valence, arousal] = [0.3, -0.2];
    const query = sql`select track_id as id from ${analyses} where ${analyses.current}
      order by ${analyses.emotion} <-> point(${valence}, ${arousal}) limit 15`;
    expect(await idsOf(query)).toEqual(
      nearest(({ emotion }) => Math.hypot(emotion[0] - valence, emotion[1] - arousal)).slice(0, 15),
    );
    expect(await planOf(query)).toContain('Index Scan using analyses_emotion');
  });

  it('by sketch come through the HNSW index on Euclidean distance', async () => {
    const target = tracks[41].sketch.map((value) => value + 0.1);
    const query = sql`select track_id as id from ${analyses}
      order by ${l2Distance(analyses.sketch, target)} limit 5`;
    const distances = distancesOf(({ sketch }) => euclidean(sketch, target));
    expect(await distancesFound(query, distances)).toEqual(
      [...distances.values()].sort(ascending).slice(0, 5),
    );
    expect(await planOf(query)).toContain('Index Scan using analyses_sketch');
  });

  it('by sound come through the HNSW index on the cosine', async () => {
    const target = tracks[17].embedding.map((value, i) => value + (i % 3) / 10);
    const query = sql`select track_id as id from ${analyses}
      order by ${cosineDistance(analyses.embedding, target)} limit 5`;
    const distances = distancesOf(({ embedding }) => cosine(embedding, target));
    expect(await distancesFound(query, distances)).toEqual(
      [...distances.values()].sort(ascending).slice(0, 5),
    );
    expect(await planOf(query)).toContain('Index Scan using analyses_embedding');
  });

  async function idsOf(query: SQL): Promise<number[]> {
    const { rows } = await catalogue.database.execute<{ id: number }>(query);
    return rows.map(({ id }) => id);
  }

  /** Tracks of equal distance may come in any order, so distances are compared. */
  async function distancesFound(query: SQL, distances: Map<number, number>): Promise<number[]> {
    return (await idsOf(query)).map((id) => distances.get(id)!);
  }

  /** Small tables are cheaper to read through than to look up: the index is asked for where it can serve. */
  function planOf(query: SQL): Promise<string> {
    return catalogue.database.transaction(async (tx) => {
      await tx.execute(sql`set local enable_seqscan = off`);
      const { rows } = await tx.execute(sql`explain ${query}`);
      return rows.map((row) => String(row['QUERY PLAN'])).join('\n');
    });
  }
});

type Analysis = (typeof tracks)[number];

function distancesOf(distance: (analysis: Analysis) => number): Map<number, number> {
  return new Map(tracks.map((analysis) => [analysis.trackId, distance(analysis)]));
}

function nearest(distance: (analysis: Analysis) => number): number[] {
  return [...distancesOf(distance)].sort((a, b) => a[1] - b[1] || a[0] - b[0]).map(([id]) => id);
}

function ascending(a: number, b: number): number {
  return a - b;
}

function euclidean(a: number[], b: number[]): number {
  return Math.hypot(...a.map((value, i) => value - b[i]));
}

function cosine(a: number[], b: number[]): number {
  const dot = a.reduce((sum, value, i) => sum + value * b[i], 0);
  return 1 - dot / (Math.hypot(...a) * Math.hypot(...b));
}
