import { sql } from 'drizzle-orm';
import type { OldDatabase } from './oldDatabase.testing';

/** The newest migration of the version that this catalogue is of: before people, and before kinds of job. */
export const oldVersion = { tag: '0004_follow_changes', migration: 1_795_280_162_410 };

/** The version of the emotion model by which the tracks are profiled. */
export const oldModel = 'emotion-old';

const statements = [
  sql`insert into tracks (payload_hash, group_id, title, artist, container, codec, sample_rate_hz, channels,
      duration_seconds, added_at)
    select 'hash ' || i, i, 'Piece ' || i, case when i % 2 = 1 then 'Artist ' || i end, 'flac', 'FLAC', 44100, 2, 100 + i, '2026-01-01T00:00:00Z'
    from generate_series(1, 4) i`,
  sql`insert into files (track_id, path, size_bytes, modified_ms, origin)
    select i, '/music/' || i || '.flac', 5000000000 + i, 1763000000000 + i, 'path'
    from generate_series(1, 4) i`,
  // The third track waits for the model.
  sql`insert into analyses (track_id, model_version, current, emotion, valence_deviation, arousal_deviation,
      embedding, sketch, shape_sketch, curve, analysed_at)
    select i, ${oldModel}, true, point(0.1 * i, -0.1 * i), 0.125, 0.25, array_fill(0.5::real, array[200])::vector,
      array_fill(0.25::real, array[16])::vector, array_fill(0.25::real, array[16])::vector, '\\x0102',
      '2026-01-02T00:00:00Z'
    from generate_series(1, 4) i where i <> 3`,
  sql`insert into corrections (track_id, valence, arousal, made_at) values (2, -0.25, 1, '2026-01-03T00:00:00Z')`,
  sql`insert into batches (label, origin, unchanged, created_at) values
    ('An album', 'path', 3, '2026-01-04T00:00:00.123456Z'), ('Uploads', 'upload', 0, '2026-01-04T00:00:01Z'),
    ('/watched', 'watched', 1, '2026-01-04T00:00:02Z'),
    ('Removed from the library', 'path', 0, '2026-01-04T00:00:03Z'),
    ('New model emotion-old', 'path', 0, '2026-01-04T00:00:04Z'),
    ('New embedding tiny', 'path', 0, '2026-01-04T00:00:05Z')`,
  sql`insert into jobs (batch_id, path, size_bytes, modified_ms, origin, name, priority, state, attempts,
      lease_owner, lease_until, progress, audio_seconds, track_id, failure_code, failure, warning, created_at,
      started_at, finished_at) values
    (1, '/music/1.flac', 5000000001, 1763000000001, 'path', null, 1, 'done', 0, null, null, 1, 101.5, 1,
      null, null, null, '2026-01-05T00:00:00.123456Z', '2026-01-05T00:00:01Z', '2026-01-05T00:00:02Z'),
    (1, '/music/2.flac', 5000000002, 1763000000002, 'path', null, 1, 'done', 1, null, null, 1, 0.1, 2,
      null, null, 'it is probably cut off', '2026-01-05T00:00:00Z', '2026-01-05T00:00:02Z', '2026-01-05T00:00:03Z'),
    (1, '/music/broken.flac', 70, 1763000000000, 'path', null, 1, 'failed', 3, null, null, 0.05, null, null,
      'unreadable', 'the file is empty', null, '2026-01-05T00:00:00Z', '2026-01-05T00:00:03Z', '2026-01-05T00:00:04Z'),
    (3, ${'/watched/two\nlines.flac'}, 1000, 1763000000000, 'watched', null, 1, 'queued', 2, null, null, 0, null,
      null, null, null, null, '2026-01-05T00:00:00Z', null, null),
    (2, '/data/uploads/ab/cd.mp3', 2000, 1763000000000, 'upload', 'My sóng.mp3', 0, 'running', 0,
      '{"pid":1}', '2126-01-01T00:00:00Z', 0.25, 60, null, null, null, null, '2026-01-05T00:00:00Z',
      '2026-01-05T00:00:05Z', null),
    (3, '/watched/cancelled.flac', 3000, 1763000000000, 'watched', null, 1, 'cancelled', 0, null, null, 0, null,
      null, null, null, null, '2026-01-05T00:00:00Z', null, '2026-01-05T00:00:06Z'),
    (4, '/watched/removed.flac', 4000, 1763000000000, 'watched', null, 1, 'cancelled', 0, null, null, 0, null,
      null, 'removed', null, null, '2026-01-05T00:00:00Z', null, '2026-01-05T00:00:07Z'),
    (5, '/music/3.flac', 5000000003, 1763000000003, 'path', null, 3, 'queued', 0, null, null, 0, null, null,
      null, null, null, '2026-01-05T00:00:00Z', null, null),
    (6, '/music/1.flac', 5000000001, 1763000000001, 'path', null, 3, 'done', 0, null, null, 1, 101.5, 1, null,
      null, null, '2026-01-05T00:00:00Z', '2026-01-05T00:00:07Z', '2026-01-05T00:00:08Z'),
    (6, '/music/4.flac', 5000000004, 1763000000004, 'path', null, 3, 'failed', 0, null, null, 0, null, null,
      'not-found', 'it does not exist', null, '2026-01-05T00:00:00Z', '2026-01-05T00:00:08Z', '2026-01-05T00:00:09Z'),
    (2, '/data/uploads/ef/gh.mp3', 22, 1763000000000, 'upload', 'letter.mp3', 0, 'failed', 0, null, null, 0, null,
      null, 'unsupported', 'it is no sound', null, '2026-01-05T00:00:00Z', '2026-01-05T00:00:09Z',
      '2026-01-05T00:00:10Z')`,
  sql`insert into embedding_models (name, sha256, front_end, output, size, file_bytes, source, in_use, batch_id,
      added_at)
    values ('tiny', repeat('0', 64), 'musicnn', 'embedding', 96, 263, 'tiny.onnx', true, 6, '2026-01-04T00:00:05Z')`,
  sql`insert into track_embeddings (model_id, track_id, embedding, failure, embedded_at)
    select 1, i, case when i < 3 then array_fill(0.5::real, array[96])::vector end,
      case when i = 3 then 'only zeros' end, '2026-01-06T00:00:00Z' from generate_series(1, 3) i`,
];

/** Fills a catalogue of that version: four tracks, and jobs in every state that there was. */
export async function fillOldCatalogue(old: OldDatabase): Promise<void> {
  for (const statement of statements) await old.execute(statement);
}
