import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  point,
  primaryKey,
  real,
  text,
  uniqueIndex,
  vector,
} from 'drizzle-orm/pg-core';
import { bytea, identity, moment, sortKey, transactionId } from './columns';

/** Where a file came from: named by a person, found in a watched folder, uploaded, or the demo music. */
export const fileOrigins = ['path', 'watched', 'upload', 'demo'] as const;
export type FileOrigin = (typeof fileOrigins)[number];

/** What a file says of itself in its tags, cleaned; null or empty where it says nothing. */
export interface TrackTags {
  title: string | null;
  /** Every artist by a name of its own, in the order of the tags. */
  artists: string[];
  album: string | null;
  genre: string | null;
  year: number | null;
  trackNumber: number | null;
  hasCover: boolean;
}

/** One audio payload (tags excluded), however many files hold it and whatever they are called. */
export const tracks = pgTable(
  'tracks',
  {
    id: identity(),
    /** SHA-256 of the audio payload: the name under which a recording is known for good. */
    payloadHash: text('payload_hash').notNull().unique(),
    /** The first track known of the same recording (its own id when alone): other encodings share it. */
    groupId: integer('group_id').notNull(),
    title: text('title').notNull(),
    /** Every artist by a name of its own. */
    artists: text('artists')
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    album: text('album'),
    genre: text('genre'),
    /** What the labels are sorted by; null in rows of an older version until the server has filled them in. */
    titleKey: sortKey('title_key'),
    artistKey: sortKey('artist_key'),
    albumKey: sortKey('album_key'),
    genreKey: sortKey('genre_key'),
    year: integer('year'),
    trackNumber: integer('track_number'),
    hasCover: boolean('has_cover').notNull().default(false),
    container: text('container').notNull(),
    codec: text('codec').notNull(),
    sampleRateHz: integer('sample_rate_hz').notNull(),
    channels: integer('channels').notNull(),
    durationSeconds: doublePrecision('duration_seconds').notNull(),
    addedAt: moment('added_at').notNull().defaultNow(),
  },
  (track) => [
    index('tracks_group').on(track.groupId),
    index('tracks_title_key').on(track.titleKey, track.id),
    index('tracks_duration').on(track.durationSeconds),
  ],
);

/** A file on disk that holds a track. A file gone from disk keeps its row, with the moment it was missed. */
export const files = pgTable(
  'files',
  {
    id: identity(),
    trackId: integer('track_id')
      .notNull()
      .references(() => tracks.id, { onDelete: 'cascade' }),
    path: text('path').notNull().unique(),
    sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
    /** Modification time in whole milliseconds since 1970. */
    modifiedMs: bigint('modified_ms', { mode: 'number' }).notNull(),
    /** Change time of the file's entry (ctime) in whole milliseconds since 1970; null where it was not asked for. */
    changedMs: bigint('changed_ms', { mode: 'number' }),
    /** What its tags say; null until a reader of tags has looked at it. */
    tags: jsonb('tags').$type<TrackTags>(),
    /** The kept picture out of its tags; empty where there is none, null where nobody has looked for one yet. */
    cover: text('cover'),
    /** The version of the reader of tags that looked last. */
    tagReader: integer('tag_reader').notNull().default(0),
    /** The folded words by which it is found; null in rows of an older version until the server has filled them in. */
    searchKey: text('search_key'),
    origin: text('origin', { enum: fileOrigins }).notNull(),
    /** What the person called an uploaded file; null where the path itself carries the name. */
    name: text('name'),
    missingSince: moment('missing_since'),
  },
  (file) => [index('files_track').on(file.trackId), index('files_tag_reader').on(file.tagReader)],
);

/** What is measured of the sound itself, whatever the emotion model. */
export const sounds = pgTable('sounds', {
  trackId: integer('track_id')
    .primaryKey()
    .references(() => tracks.id, { onDelete: 'cascade' }),
  /** Integrated loudness, ITU-R BS.1770-4, LUFS; null for silence. */
  loudnessLufs: real('loudness_lufs'),
  samplePeakDb: real('sample_peak_db'),
  tempoBpm: real('tempo_bpm'),
  /** 0..1. */
  tempoConfidence: real('tempo_confidence'),
  /** Signed bytes, (minimum, maximum) for each twentieth of a second. */
  waveform: bytea('waveform').notNull(),
  /**
   * The levels of bands over time by which encodings of one recording are told, as written by
   * ml/audio/identity/bandLevels; null in rows of an older version until the sound has been heard again.
   */
  bandLevels: bytea('band_levels'),
});

/**
 * What a person said of two sounds: that they are encodings of one recording, or two recordings. It goes before
 * what is heard, and holds for good: payloads are named by their hashes, whether a track has them just now or not.
 */
export const recordingPairs = pgTable(
  'recording_pairs',
  {
    /** The two payloads, in the order of their hashes. */
    firstHash: text('first_hash').notNull(),
    secondHash: text('second_hash').notNull(),
    same: boolean('same').notNull(),
    saidAt: moment('said_at').notNull().defaultNow(),
  },
  (pair) => [
    primaryKey({ columns: [pair.firstHash, pair.secondHash] }),
    index('recording_pairs_second').on(pair.secondHash),
  ],
);

/** Numbers of the emotion model's own embedding. */
export const embeddingSize = 200;

/** The emotion profile of a track by one model. One row a track is current: the one that answers queries. */
export const analyses = pgTable(
  'analyses',
  {
    trackId: integer('track_id')
      .notNull()
      .references(() => tracks.id, { onDelete: 'cascade' }),
    modelVersion: text('model_version').notNull(),
    current: boolean('current').notNull(),
    /** Static emotion: x is valence, y is arousal, both in [-1, 1]. */
    emotion: point('emotion', { mode: 'tuple' }).notNull(),
    valenceDeviation: real('valence_deviation').notNull(),
    arousalDeviation: real('arousal_deviation').notNull(),
    embedding: vector('embedding', { dimensions: embeddingSize }).notNull(),
    /** 8 segment means of valence, then 8 of arousal. */
    sketch: vector('sketch', { dimensions: 16 }).notNull(),
    /** The same of the curve's shape; null in rows of an older version until the server has filled it in. */
    shapeSketch: vector('shape_sketch', { dimensions: 16 }),
    /** The emotion curve as written by ml/affect/curveCodec. */
    curve: bytea('curve').notNull(),
    /** Grows with every row written, so that a reader can ask for what is new. */
    revision: bigint('revision', { mode: 'number' })
      .notNull()
      .default(sql`nextval('analysis_revision')`),
    analysedAt: moment('analysed_at').notNull().defaultNow(),
  },
  (analysis) => [
    primaryKey({ columns: [analysis.trackId, analysis.modelVersion] }),
    uniqueIndex('analyses_current')
      .on(analysis.trackId)
      .where(sql`${analysis.current}`),
    index('analyses_revision').on(analysis.revision),
    index('analyses_emotion')
      .using('spgist', analysis.emotion)
      .where(sql`${analysis.current}`),
    index('analyses_embedding').using('hnsw', analysis.embedding.op('vector_cosine_ops')),
    index('analyses_sketch').using('hnsw', analysis.sketch.op('vector_l2_ops')),
    index('analyses_shape_sketch').using('hnsw', analysis.shapeSketch.op('vector_l2_ops')),
    index('analyses_without_shape_sketch')
      .on(analysis.trackId)
      .where(sql`${analysis.shapeSketch} is null`),
  ],
);

/**
 * For every track that anything was ever written of (also of its files, sound, analyses and corrections; also where
 * it is gone), the transaction that did so last. Triggers keep it, so that no writer can forget; with the snapshot
 * of a reader's last look it says what changed since, whatever order transactions end in. No part of a backup.
 */
export const trackChanges = pgTable(
  'track_changes',
  {
    trackId: integer('track_id').primaryKey(),
    transaction: transactionId('transaction').notNull(),
  },
  (change) => [index('track_changes_transaction').on(change.transaction)],
);

/** What the composer of a demo piece meant it to express, shown beside the profile. */
export const intendedCurves = pgTable('intended_curves', {
  trackId: integer('track_id')
    .primaryKey()
    .references(() => tracks.id, { onDelete: 'cascade' }),
  slug: text('slug').notNull(),
  moving: boolean('moving').notNull(),
  keyPoints: jsonb('key_points').$type<{ t: number; valence: number; arousal: number }[]>().notNull(),
});

/** The demo pieces that have been made: a piece the person removed is not made again. */
export const demoPieces = pgTable('demo_pieces', {
  slug: text('slug').primaryKey(),
  madeAt: moment('made_at').notNull().defaultNow(),
});

/** Folders looked through at start and on request. */
export const watchedFolders = pgTable('watched_folders', {
  path: text('path').primaryKey(),
  addedAt: moment('added_at').notNull().defaultNow(),
  scannedAt: moment('scanned_at'),
  /** Why the last look failed, in plain words. */
  failure: text('failure'),
});
