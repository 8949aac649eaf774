import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  customType,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  point,
  primaryKey,
  real,
  text,
  timestamp,
  uniqueIndex,
  vector,
} from 'drizzle-orm/pg-core';

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

/** A pgvector of any size: each row's own. */
const anyVector = customType<{ data: number[]; driverData: string }>({
  dataType: () => 'vector',
  toDriver: (numbers) => JSON.stringify(numbers),
  fromDriver: (text) => JSON.parse(text) as number[],
});

/** A transaction's number, which never comes twice on one server. */
const transactionId = customType<{ data: string }>({ dataType: () => 'xid8' });

const identity = () => integer('id').primaryKey().generatedByDefaultAsIdentity();
const moment = (name: string) => timestamp(name, { withTimezone: true });

/** Where a file came from: named by a person, found in a watched folder, uploaded, or the demo music. */
export const fileOrigins = ['path', 'watched', 'upload', 'demo'] as const;
export type FileOrigin = (typeof fileOrigins)[number];

/** The life of a job. Failed and cancelled jobs stay, with their reason, until they are retried or cleared. */
export const jobStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];

/** The states of a job that is still to end. */
export const openJobStates = ['queued', 'running'] as const satisfies JobState[];

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
    artist: text('artist'),
    album: text('album'),
    genre: text('genre'),
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
    index('tracks_title').on(track.title),
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
    origin: text('origin', { enum: fileOrigins }).notNull(),
    /** What the person called an uploaded file; null where the path itself carries the name. */
    name: text('name'),
    missingSince: moment('missing_since'),
  },
  (file) => [index('files_track').on(file.trackId)],
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
  /** 32-bit little-endian sub-fingerprints. */
  fingerprint: bytea('fingerprint').notNull(),
});

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

/** A person's own word on a track's emotion, kept apart from the model's. */
export const corrections = pgTable('corrections', {
  trackId: integer('track_id')
    .primaryKey()
    .references(() => tracks.id, { onDelete: 'cascade' }),
  valence: real('valence').notNull(),
  arousal: real('arousal').notNull(),
  madeAt: moment('made_at').notNull().defaultNow(),
});

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

/** One wish of a person: these files, or this folder, or these uploads. */
export const batches = pgTable('batches', {
  id: identity(),
  label: text('label').notNull(),
  origin: text('origin', { enum: fileOrigins }).notNull(),
  /** Files that were known and unchanged, and so needed no job. */
  unchanged: integer('unchanged').notNull().default(0),
  createdAt: moment('created_at').notNull().defaultNow(),
});

/** One file to be imported, or one track to be analysed again by a new model. */
export const jobs = pgTable(
  'jobs',
  {
    id: identity(),
    batchId: integer('batch_id')
      .notNull()
      .references(() => batches.id, { onDelete: 'cascade' }),
    path: text('path').notNull(),
    sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
    modifiedMs: bigint('modified_ms', { mode: 'number' }).notNull(),
    origin: text('origin', { enum: fileOrigins }).notNull(),
    /** What the person called an uploaded file; null where the path itself carries the name. */
    name: text('name'),
    /** Lower runs first: what somebody waits for before what can wait. */
    priority: integer('priority').notNull().default(1),
    state: text('state', { enum: jobStates }).notNull().default('queued'),
    /** How often analysing the file ended its process: three times fail the job for good. */
    attempts: integer('attempts').notNull().default(0),
    leaseOwner: text('lease_owner'),
    leaseUntil: moment('lease_until'),
    /** 0..1 of the file. */
    progress: real('progress').notNull().default(0),
    /** Length of the sound once it is known, for rates and the time left. */
    audioSeconds: real('audio_seconds'),
    trackId: integer('track_id').references(() => tracks.id, { onDelete: 'set null' }),
    failureCode: text('failure_code'),
    /** In plain words: why it failed, or what is odd about a file that could be read. */
    failure: text('failure'),
    warning: text('warning'),
    createdAt: moment('created_at').notNull().defaultNow(),
    startedAt: moment('started_at'),
    finishedAt: moment('finished_at'),
  },
  (job) => [
    uniqueIndex('jobs_open_path')
      .on(job.path)
      .where(sql`${job.state} in ('queued', 'running')`),
    index('jobs_state').on(job.state, job.priority, job.id),
    index('jobs_batch').on(job.batchId, job.state),
    index('jobs_path').on(job.path),
  ],
);

/** Embedding networks that an operator added. The emotion model's own embedding is none of them. */
export const embeddingModels = pgTable(
  'embedding_models',
  {
    id: identity(),
    name: text('name').notNull().unique(),
    /** SHA-256 of the graph, by which its file is named. */
    sha256: text('sha256').notNull(),
    /** How sound is prepared for it: a name that ml/embedding knows. */
    frontEnd: text('front_end').notNull(),
    /** The output of the graph that is the embedding, and how many numbers it has. */
    output: text('output').notNull(),
    size: integer('size').notNull(),
    fileBytes: bigint('file_bytes', { mode: 'number' }).notNull(),
    /** The address or the name of the file it came from. */
    source: text('source').notNull(),
    /** True for the one that answers what sounds alike. */
    inUse: boolean('in_use').notNull().default(false),
    /** The batch that embeds the tracks that were there before it came into use. */
    batchId: integer('batch_id').references(() => batches.id, { onDelete: 'set null' }),
    addedAt: moment('added_at').notNull().defaultNow(),
  },
  (model) => [
    uniqueIndex('embedding_models_in_use')
      .on(model.inUse)
      .where(sql`${model.inUse}`),
  ],
);

/**
 * What an added network says of a track. Vectors keep all their digits, for research, and are searched one by one:
 * pgvector's indexes take one size each, up to 2,000 numbers, and would have to come and go with the models. The
 * migration lets vectors of up to 2,000 numbers lie in the row (storage main): 20,000 of 512 numbers are then
 * searched in half a second instead of three.
 */
export const trackEmbeddings = pgTable(
  'track_embeddings',
  {
    modelId: integer('model_id')
      .notNull()
      .references(() => embeddingModels.id, { onDelete: 'cascade' }),
    trackId: integer('track_id')
      .notNull()
      .references(() => tracks.id, { onDelete: 'cascade' }),
    /** Null where the network has no answer. */
    embedding: anyVector('embedding'),
    /** Why it has none, in plain words. */
    failure: text('failure'),
    embeddedAt: moment('embedded_at').notNull().defaultNow(),
  },
  (row) => [
    primaryKey({ columns: [row.modelId, row.trackId] }),
    index('track_embeddings_track').on(row.trackId),
  ],
);

/** Folders looked through at start and on request. */
export const watchedFolders = pgTable('watched_folders', {
  path: text('path').primaryKey(),
  addedAt: moment('added_at').notNull().defaultNow(),
  scannedAt: moment('scanned_at'),
  /** Why the last look failed, in plain words. */
  failure: text('failure'),
});
