import { sql } from 'drizzle-orm';
import pg from 'pg';
import { type Database, openDatabase } from '@/db/open';
import { analyses, files, sounds, tracks } from '@/db/schema';
import { createRandom } from '@/ml/random';
import { withinSpreads } from '@/ml/dtw/testing/benchLibraries.testing';
import { shapeSketch } from '@/ml/dtw/search/shapeSketch';
import { encodeCurve } from '@/ml/affect/curveCodec';
import { levelSketch } from '@/ml/dtw/search/levelSketch';
import { installedModel } from '../../base/installedModel';
import { type Movement, syntheticCurve } from './syntheticCurves.testing';

const rowsAtOnce = 1000;
const genres = ['Ambient', 'Classical', 'Electronic', 'Folk', 'Jazz', 'Metal', 'Pop', 'Rock'];

/** Of each curve, half a second apart: 3 minutes and 20 seconds. */
export const syntheticSamples = 400;

interface WantedLibrary {
  tracks: number;
  movement: Movement;
  /** A PostgreSQL on which databases may be created; without it the embedded engine in `dataDirectory`. */
  serverUrl?: string;
  dataDirectory?: string;
}

/**
 * A catalogue of made-up tracks, the same each time: 1 to `tracks`, each with a file, sound and analysis. Filled on the
 * first call, and kept: on a server as circumplex_bench_MOVEMENT_TRACKS.
 */
export async function openSyntheticLibrary({
  tracks: count,
  movement,
  serverUrl,
  dataDirectory = '.',
}: WantedLibrary) {
  const databaseUrl = serverUrl && (await databaseOn(serverUrl, `circumplex_bench_${movement}_${count}`));
  const opened = await openDatabase({
    dataDirectory,
    databaseUrl,
    purpose: 'command line',
    onTaken: 'refuse',
  });
  if (opened.kind === 'taken') throw new Error(`the data directory ${dataDirectory} is taken`);
  const { database } = opened;
  if ((await database.$count(analyses)) < count) {
    await database.execute(sql`truncate ${tracks} cascade`);
    await fill(database, count, movement);
    // One walk through a million vectors needs an index; the embedded engine would build it for an hour.
    if (serverUrl) await indexSketches(database);
    await database.execute(sql`analyze`);
  }
  // What is imported beside them gets other numbers.
  await database.execute(
    sql`select setval(pg_get_serial_sequence('tracks', 'id'), (select max(id) from ${tracks}))`,
  );
  return { ...opened, databaseUrl };
}

async function databaseOn(serverUrl: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
  if (rowCount === 0) await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Vectors that are indexed row by row would take hours for a million. */
async function fill(database: Database, count: number, movement: Movement): Promise<void> {
  await database.execute(
    sql`drop index if exists analyses_embedding, analyses_sketch, analyses_shape_sketch`,
  );
  const random = createRandom(1, 'library');
  for (let first = 1; first <= count; first += rowsAtOnce) {
    const rows = Math.min(rowsAtOnce, count - first + 1);
    const curves = Array.from({ length: rows }, () =>
      syntheticCurve(random, withinSpreads[movement], syntheticSamples),
    );
    await insertTracks(database, first, rows);
    await insertAnalyses(database, first, curves);
  }
}

/** The embeddings, which are all the same, stay without an index. */
async function indexSketches(database: Database): Promise<void> {
  for (const column of ['sketch', 'shape_sketch']) {
    await database.transaction(async (transaction) => {
      await transaction.execute(sql`set local maintenance_work_mem = '1GB'`);
      await transaction.execute(
        sql.raw(`create index analyses_${column} on analyses using hnsw (${column} vector_l2_ops)`),
      );
    });
  }
}

async function insertTracks(database: Database, first: number, count: number): Promise<void> {
  const series = sql`generate_series(${first}::int, ${first + count - 1}::int) as id`;
  const genre = sql`(${sql.param(genres)}::text[])[1 + id % ${genres.length}::int]`;
  await database.transaction(async (transaction) => {
    await transaction.execute(sql`
      insert into ${tracks} (id, payload_hash, group_id, title, artists, genre, title_key, artist_key,
        genre_key, container, codec, sample_rate_hz, channels, duration_seconds)
      select id, md5(id::text) || md5((-id)::text), id, 'Piece ' || id, array['Artist ' || id % 1000], ${genre},
        'piece ' || lpad(id::text, 12, '0'), 'artist ' || lpad((id % 1000)::text, 12, '0'), lower(${genre}), 'FLAC', 'FLAC', 44100, 2, ${syntheticSamples / 2}::float8 + id % 60 from ${series}`);
    await transaction.execute(sql`
      insert into ${files} (track_id, path, size_bytes, modified_ms, origin, missing_since, search_key)
      select id, '/music/' || id || '.flac', 30000000, 0, 'path', now(),
        ' piece ' || id || ' artist ' || id % 1000 || ' ' || lower(${genre}) || ' ' from ${series}`);
    await transaction.execute(sql`
      insert into ${sounds} (track_id, loudness_lufs, sample_peak_db, tempo_bpm, tempo_confidence, waveform, band_levels)
      select id, -30 + id % 25, -1, 60 + id % 120, 0.5, '', '' from ${series}`);
  });
}

async function insertAnalyses(
  database: Database,
  first: number,
  curves: ReturnType<typeof syntheticCurve>[],
): Promise<void> {
  const still = new Float32Array(curves[0].valence.length).fill(0.1);
  const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const text = (vector: Float32Array) => JSON.stringify([...vector]);
  await database.execute(sql`
    insert into ${analyses} (track_id, model_version, current, emotion, valence_deviation, arousal_deviation, embedding,
      sketch, shape_sketch, curve)
    select ${first}::int + place - 1, ${installedModel().version}, true, point(valence, arousal), 0.1, 0.1,
      array_fill(0.5::real, array[200])::vector, sketch::vector, shape_sketch::vector, decode(curve, 'base64')
    from unnest(
      ${sql.param(curves.map(({ valence }) => mean(valence)))}::float8[],
      ${sql.param(curves.map(({ arousal }) => mean(arousal)))}::float8[],
      ${sql.param(curves.map((curve) => text(levelSketch(curve))))}::text[],
      ${sql.param(curves.map((curve) => text(shapeSketch(curve))))}::text[],
      ${sql.param(
        curves.map((curve) =>
          Buffer.from(encodeCurve({ ...curve, valenceDeviation: still, arousalDeviation: still })).toString(
            'base64',
          ),
        ),
      )}::text[])
      with ordinality as given(valence, arousal, sketch, shape_sketch, curve, place)`);
}
