import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, real, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { fileOrigins, tracks } from './catalogue';
import { identity, moment } from './columns';

/** The life of a job. Failed and cancelled jobs stay, with their reason, until they are retried or cleared. */
export const jobStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];

/** The states of a job that is still to end. */
export const openJobStates = ['queued', 'running'] as const satisfies JobState[];

/** One request of a person: these files, or this folder, or these uploads. */
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
